package org.manyhands.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.file.*;
import org.junit.jupiter.api.Test;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class StyleguideTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void x() throws Exception {
        var r = mvc.get().uri("/styleguide").exchange();
        if (r.getUnresolvedException() != null) r.getUnresolvedException().printStackTrace();
        Files.writeString(Path.of("/tmp/sg.html"), r.getResponse().getContentAsString());
        r = mvc.post()
                .uri("/styleguide")
                .with(csrf())
                .with(user("ida"))
                .param("day", "x")
                .param("wanted", "9999")
                .exchange();
        Files.writeString(Path.of("/tmp/sg2.html"), r.getResponse().getContentAsString());
        assertThat(r).hasStatusOk();
    }
}
