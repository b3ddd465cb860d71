package org.manyhands.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.manyhands.MailedCode;
import org.manyhands.shared.BaseUrl;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody at a browser of their own, who counts what the way costs them: screens, fields and taps. */
final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final JdbcClient jdbc;
    private final List<String> complaints = new ArrayList<>();
    private int screens;
    private int fields;
    private int taps;

    Visitor(BaseUrl baseUrl, JdbcClient jdbc, Browser.NewContextOptions how) {
        this.jdbc = jdbc;
        this.context = Chromium.browser().newContext(how.setBaseURL(baseUrl.of("")));
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onFrameNavigated(frame -> screens++);
    }

    static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true);
    }

    static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900);
    }

    Page page() {
        return page;
    }

    Page open(String address) {
        page.navigate(address);
        return page;
    }

    void type(String label, String text) {
        fields++;
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill(text);
    }

    void press(String name) {
        press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first());
    }

    void follow(String name) {
        press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first());
    }

    void press(Locator what) {
        taps++;
        what.click();
        page.waitForLoadState();
    }

    /** The code of the newest sign-in mail to an address, as its reader would type it. */
    String codeMailedTo(String email) {
        return MailedCode.to(email, jdbc);
    }

    void signIn(String email) {
        open("/sign-in");
        type("E-mail", email);
        press("Mail me a link");
        type("code", codeMailedTo(email));
        press("Sign in");
    }

    String text() {
        return page.innerText("body");
    }

    int screens() {
        return screens;
    }

    int fields() {
        return fields;
    }

    int taps() {
        return taps;
    }

    void startCounting() {
        screens = 0;
        fields = 0;
        taps = 0;
    }

    /** What the browser refused or stumbled over: scripts and styles against the policy, errors of scripts. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
