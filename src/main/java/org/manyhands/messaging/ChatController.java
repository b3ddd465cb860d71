package org.manyhands.messaging;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.Map;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Saving;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether and where the team's chat is told that people are needed. */
@Controller
@RequestMapping("/{c}/organize/mail/chat")
class ChatController {

    private static final String VIEW = "messaging/chat";
    private static final String HERE = "redirect:/{c}/organize/mail/chat";

    private final Chat chat;
    private final ChatMessages messages;
    private final SentMails mails;

    ChatController(Chat chat, ChatMessages messages, SentMails mails) {
        this.chat = chat;
        this.messages = messages;
        this.mails = mails;
    }

    @GetMapping
    String edit(ConferencePage conference, Model model) {
        model.addAttribute("form", show(conference, model));
        return VIEW;
    }

    @PostMapping
    ModelAndView save(
            ConferencePage conference,
            @Valid @ModelAttribute("form") ChatForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        var saving = Saving.of(typed, Map.of(), () -> chat.save(conference.id(), form));
        if (saving == SAVED) {
            Flash.done("chat.saved").on(redirect);
            return new ModelAndView(HERE);
        }
        show(conference, model);
        return saving.again(VIEW);
    }

    @PostMapping("/test")
    String test(ConferencePage conference, RedirectAttributes redirect) {
        var there = messages.test(conference.id(), conference.name());
        (there ? Flash.done("chat.tested") : Flash.notDone("chat.none")).on(redirect);
        return HERE;
    }

    @PostMapping("/delete")
    String remove(ConferencePage conference, RedirectAttributes redirect) {
        chat.remove(conference.id());
        Flash.done("chat.removed").on(redirect);
        return HERE;
    }

    private ChatForm show(ConferencePage conference, Model model) {
        var settings = chat.of(conference.id()).orElse(null);
        var stored = ChatForm.of(settings);
        model.addAttribute("last", mails.lastToChat(conference.id()).orElse(null));
        model.addAttribute("settings", settings);
        model.addAttribute("stored", stored);
        return stored;
    }
}
