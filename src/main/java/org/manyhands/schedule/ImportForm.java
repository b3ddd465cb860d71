package org.manyhands.schedule;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.web.multipart.MultipartFile;

/** What an organizer brings: a file, or an address where one is. */
@NullUnmarked
record ImportForm(MultipartFile file, @Size(max = 2000) String address) {

    static final ImportForm EMPTY = new ImportForm(null, "");

    ImportForm {
        address = SourceForm.withSmallScheme(address);
    }

    boolean hasFile() {
        return file != null && !file.isEmpty();
    }
}
