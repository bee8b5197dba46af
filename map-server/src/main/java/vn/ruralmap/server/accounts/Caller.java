package vn.ruralmap.server.accounts;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import vn.ruralmap.server.editing.Writer;

/**
 * Who sent a request.
 *
 * @param sessionToken what the cookie holds; empty: no session
 * @param sessionId empty: no session
 */
record Caller(Account account, Writer writer, String sessionToken, String sessionId) implements AuthenticatedPrincipal {

    /** Without a session. */
    static Caller of(Account account, String address) {
        return inSession(account, address, "", "");
    }

    static Caller inSession(Account account, String address, String token, String id) {
        Writer writer = new Writer(account.name(), account.name() + '@' + address, account.roles(), account.area());
        return new Caller(account, writer, token, id);
    }

    @Override
    public String getName() {
        return account.name();
    }

    boolean isInSession() {
        return !sessionToken.isEmpty();
    }

    /** What a page must send with whatever it changes; it follows from the cookie, which foreign pages cannot read. */
    String csrf() {
        return isInSession() ? Secrets.digest("csrf\n" + sessionToken) : "";
    }

    Authentication authenticated() {
        String[] roles = account.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(this, "", AuthorityUtils.createAuthorityList(roles));
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "Caller[" + writer.client() + "]";
    }
}
