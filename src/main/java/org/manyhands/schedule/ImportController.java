package org.manyhands.schedule;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedule.PendingImports.Brought;
import org.manyhands.schedulefile.Fetched;
import org.manyhands.schedulefile.Format;
import org.manyhands.schedulefile.ScheduleFetch;
import org.manyhands.schedulefile.ScheduleRead;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.TypedText;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Brings a schedule: a file that is uploaded, or one that is fetched from an address. What it says is shown next. */
@Controller
@RequestMapping("/{c}/organize/import")
class ImportController {

    private static final String PAGE = "schedule/import";

    private final PendingImports pending;
    private final ScheduleImport imports;
    private final ScheduleFetch fetch;
    private final FetchAllowance allowance;
    private final Clock clock;

    ImportController(
            PendingImports pending,
            ScheduleImport imports,
            ScheduleFetch fetch,
            FetchAllowance allowance,
            Clock clock) {
        this.pending = pending;
        this.imports = imports;
        this.fetch = fetch;
        this.allowance = allowance;
        this.clock = clock;
    }

    @ModelAttribute
    void offer(Model model) {
        model.addAttribute("formats", List.of(Format.values()));
    }

    /** @param tooLarge where {@link TooLargeUploads} leads to */
    @GetMapping
    String ask(ConferencePage conference, @RequestParam(defaultValue = "false") boolean tooLarge, Model model) {
        model.addAttribute("form", ImportForm.EMPTY);
        model.addAttribute("tooLarge", tooLarge);
        return PAGE;
    }

    @PostMapping
    String bring(
            ConferencePage conference,
            @Valid @ModelAttribute("form") ImportForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            HttpServletResponse response)
            throws IOException {
        if (typed.hasErrors()) {
            return PAGE;
        }
        try {
            var brought = form.hasFile() ? uploaded(form) : fetched(conference, form, response);
            refuseUnreadable(conference, brought);
            pending.keep(conference.id(), brought, asker.accountId());
            return "redirect:/{c}/organize/import/preview";
        } catch (FormRefusal refusal) {
            typed.rejectValue(refusal.field(), refusal.key(), refusal.args().toArray(), null);
            return PAGE;
        }
    }

    private static Brought uploaded(ImportForm form) throws IOException {
        return Brought.uploaded(
                form.file().getBytes(), TypedText.fileName(form.file().getOriginalFilename()));
    }

    private Brought fetched(ConferencePage conference, ImportForm form, HttpServletResponse response) {
        if (form.address().isBlank()) {
            throw new FormRefusal("file", "import.nothing");
        }
        fetch.refusal(form.address()).ifPresent(because -> {
            throw new FormRefusal("address", "import.refused", because);
        });
        allowance.spentUntil(conference.id()).ifPresent(until -> {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            var wait = Duration.between(clock.instant(), until).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
            throw new FormRefusal(
                    "address", "import.too-often", conference.times().time(until), FetchAllowance.AN_HOUR);
        });
        return switch (fetch.fetch(form.address(), null)) {
            case Fetched.File file -> Brought.fetched(file.content(), form.address(), file.etag());
            case Fetched.Refused refused -> throw new FormRefusal("address", "import.refused", refused.because());
            case Fetched.Unchanged unchanged -> throw new FormRefusal("address", "import.unchanged");
        };
    }

    private void refuseUnreadable(ConferencePage conference, Brought brought) {
        if (imports.read(brought.file(), conference) instanceof ScheduleRead.Refused refused) {
            throw new FormRefusal(brought.fetched() ? "address" : "file", "import.refused", refused.because());
        }
    }
}
