package vn.ruralmap.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.store.StoreUnavailableException;
import vn.ruralmap.server.editing.ClientAddress;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/**
 * Who sent a request: by the cookie of a session, by name and password or personal token (HTTP Basic), or by a personal token alone
 * (Bearer).
 *
 * <p>A browser sends cookies and remembered passwords along with requests of foreign pages. So what changes something must come from
 * an own page by what the browser says, and with a session must also carry the token that only an own page can have read
 * ({@value #CSRF_HEADER}).
 */
@Component
final class AccountRights implements EditRights {

    static final String CSRF_HEADER = "X-CSRF-Token";
    static final String CHALLENGE = "Basic realm=\"ruralmap\", charset=\"UTF-8\"";

    private static final Role[] WRITING = {Role.OFFICER, Role.APPROVER, Role.DATA_MANAGER};
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String KNOWN = AccountRights.class.getName();

    private final AccountDirectory directory;
    private final SignIn signIn;
    private final Sessions sessions;
    private final PersonalTokens tokens;
    private final PublicUrl publicUrl;

    AccountRights(
            AccountDirectory directory, SignIn signIn, Sessions sessions, PersonalTokens tokens, PublicUrl publicUrl) {
        this.directory = directory;
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.publicUrl = publicUrl;
    }

    /**
     * Who sent a request.
     *
     * @param sessionToken what the cookie holds; empty: no session
     * @param sessionId empty: no session
     */
    record Caller(Account account, Writer writer, String sessionToken, String sessionId) {

        /** What a page must send with whatever it changes; it follows from the cookie, which foreign pages cannot read. */
        String csrf() {
            return sessionToken.isEmpty() ? "" : Secrets.digest("csrf\n" + sessionToken);
        }

        /** Without secrets. */
        @Override
        public String toString() {
            return "Caller[" + writer.client() + "]";
        }
    }

    @Override
    public boolean isOpen() {
        return !directory.isEmpty();
    }

    @Override
    public Optional<Writer> findAccount(HttpServletRequest request) {
        return findCaller(request).map(Caller::writer);
    }

    @Override
    public Writer demandAccount(HttpServletRequest request, HttpServletResponse response) {
        return demandCaller(request, response).writer();
    }

    @Override
    public Optional<Writer> findWriter(HttpServletRequest request) {
        return findAccount(request).filter(writer -> writer.isAnyOf(WRITING));
    }

    @Override
    public Writer demandWriter(HttpServletRequest request, HttpServletResponse response) {
        Writer writer = demandAccount(request, response);
        writer.demandAnyOf(WRITING);
        return writer;
    }

    Optional<Caller> findCaller(HttpServletRequest request) {
        try {
            return recognise(request);
        } catch (RequestException | StoreUnavailableException e) {
            // too many wrong passwords, or a token that nobody can look up now: a request to read is anybody's
            return Optional.empty();
        }
    }

    Caller demandCaller(HttpServletRequest request, HttpServletResponse response) {
        if (directory.isEmpty()) {
            throw RequestException.of(
                    403,
                    "WritingOff",
                    null,
                    "Máy chủ này chưa có tài khoản nào nên chỉ để đọc; người vận hành tạo bằng ./ruralmap user add",
                    "This server has no accounts and is for reading only; the operator makes one by ./ruralmap user add");
        }
        demandOwnSite(request);
        Caller caller = recognise(request).orElseThrow(() -> unauthorized(request, response));
        if (!READING.contains(request.getMethod()) && !caller.sessionToken().isEmpty()) {
            demandCsrf(request, caller);
        }
        return caller;
    }

    private Optional<Caller> recognise(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Caller known) {
            return Optional.of(known);
        }
        Optional<Caller> caller = Credentials.of(request).flatMap(given -> recognise(given, ClientAddress.of(request)));
        caller.ifPresent(found -> request.setAttribute(KNOWN, found));
        return caller;
    }

    private Optional<Caller> recognise(Credentials given, String address) {
        if (given instanceof Credentials.SessionCookie cookie) {
            return sessions.find(cookie.token()).flatMap(session -> directory
                    .findActive(session.account())
                    .filter(account -> !session.created().isBefore(account.sessionsFrom()))
                    .map(account -> caller(account, address, cookie.token(), session.id())));
        } else if (given instanceof Credentials.Bearer bearer) {
            return byToken(bearer.token()).map(account -> caller(account, address, "", ""));
        } else if (given instanceof Credentials.Basic basic) {
            Optional<Account> account = basic.password().startsWith(PersonalTokens.PREFIX)
                    ? byToken(basic.password())
                            .filter(owner -> Account.key(owner.name()).equals(Account.key(basic.name())))
                    : signIn.check(basic.name(), basic.password(), address, SignIn.BASIC);
            return account.map(found -> caller(found, address, "", ""));
        }
        return Optional.empty();
    }

    private Optional<Account> byToken(String secret) {
        return tokens.find(secret)
                .flatMap(token -> directory.findActive(token.account()).filter(account -> !token.created()
                        .isBefore(account.created())));
    }

    static Caller caller(Account account, String address, String token, String id) {
        Writer writer = new Writer(account.name(), account.name() + '@' + address, account.roles(), account.area());
        return new Caller(account, writer, token, id);
    }

    private static RequestException unauthorized(HttpServletRequest request, HttpServletResponse response) {
        boolean isWrong = Credentials.of(request).isPresent();
        if (!request.getRequestURI().startsWith("/api/")) {
            // the pages have a form of their own, which the browser's would cover
            response.setHeader("WWW-Authenticate", CHALLENGE);
        }
        return RequestException.of(
                401,
                "Unauthorized",
                null,
                isWrong
                        ? "Tên, mật khẩu hay mã cá nhân không đúng, hoặc phiên đăng nhập đã hết; hãy đăng nhập lại"
                        : "Cần đăng nhập: ở /signin.html, hoặc tên và mật khẩu (HTTP Basic), hoặc mã cá nhân (Bearer)",
                isWrong
                        ? "The name, password or personal token is wrong, or the session has ended; sign in again"
                        : "Sign in first: at /signin.html, or by name and password (HTTP Basic), or a personal token (Bearer)");
    }

    private static void demandCsrf(HttpServletRequest request, Caller caller) {
        String sent = request.getHeader(CSRF_HEADER);
        if (sent == null || !Secrets.areEqual(sent, caller.csrf())) {
            throw RequestException.of(
                    403,
                    "CsrfToken",
                    CSRF_HEADER,
                    "Thiếu hoặc sai " + CSRF_HEADER + "; trang lấy mã này từ /api/session, hãy tải lại trang",
                    CSRF_HEADER + " is missing or wrong; pages get it from /api/session, load the page again");
        }
    }

    /** @throws RequestException status 403 if the browser says that a page of another site sends the request */
    void demandOwnSite(HttpServletRequest request) {
        List<String> sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        if (!OWN_SITES.containsAll(sites) || !origins.stream().allMatch(origin -> isOwn(origin, request))) {
            throw RequestException.of(
                    403,
                    "ForeignPage",
                    null,
                    "Trang web khác không được ghi qua trình duyệt của người dùng",
                    "A page of another site may not write through its user's browser");
        }
    }

    private boolean isOwn(String origin, HttpServletRequest request) {
        URI own = URI.create(publicUrl.of(request));
        return origin.equalsIgnoreCase(own.getScheme() + "://" + own.getAuthority());
    }
}
