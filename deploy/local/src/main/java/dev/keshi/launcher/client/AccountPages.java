package dev.keshi.launcher.client;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the owner of a one-time link does: opens it and chooses a password. */
public final class AccountPages {

    private static final Pattern TOKEN = Pattern.compile("[?&]token=([^&]+)");

    private AccountPages() {}

    /** Makes the first administrator of an installation. */
    public static void makeFirstAdministrator(String link, String loginName, String password) {
        submit(link, Map.of("loginName", loginName), password);
    }

    /** Accepts an invitation, or replaces a forgotten password. */
    public static void choosePassword(String link, String password) {
        submit(link, Map.of(), password);
    }

    private static void submit(String link, Map<String, String> fields, String password) {
        URI page = URI.create(link);
        var token = TOKEN.matcher(link);
        if (!token.find()) {
            throw new CallFailure("the link %s has no token".formatted(page.getPath()));
        }
        var browser = new Browser();
        var all = new LinkedHashMap<>(fields);
        all.put("token", token.group(1));
        all.put("password", password);
        all.put("passwordAgain", password);
        browser.submit(browser.open(page).expect(200), page.resolve(page.getPath()), all)
                .expect(302, 303);
    }
}
