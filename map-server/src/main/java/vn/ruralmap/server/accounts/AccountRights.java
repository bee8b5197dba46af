package vn.ruralmap.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/**
 * Who sent a request, as Spring Security's chain recognised it ({@link SecurityConfiguration}): by the cookie of a session, by name and
 * password or personal token (HTTP Basic), or by a personal token alone (Bearer).
 *
 * <p>A browser sends cookies and remembered passwords along with requests of foreign pages. So what changes something must come from
 * an own page by what the browser says, and with a session must also carry the token that only an own page can have read
 * ({@link PageTokens}).
 */
@Component
final class AccountRights implements EditRights {

    static final String CHALLENGE = "Basic realm=\"ruralmap\", charset=\"UTF-8\"";

    private static final Role[] WRITING = {Role.OFFICER, Role.APPROVER, Role.DATA_MANAGER};
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final AccountDirectory directory;
    private final PublicUrl publicUrl;

    AccountRights(AccountDirectory directory, PublicUrl publicUrl) {
        this.directory = directory;
        this.publicUrl = publicUrl;
    }

    @Override
    public boolean isOpen() {
        return !directory.isEmpty();
    }

    @Override
    public Optional<Writer> findAccount(HttpServletRequest request) {
        return current().map(Caller::writer);
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

    /** Whoever sent the request of this thread, if signed in. */
    static Optional<Caller> current() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
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
        Caller caller = current().orElseThrow(() -> refused(request, response));
        if (PageTokens.isRefused(request)) {
            throw noPageToken();
        }
        return caller;
    }

    private static RuntimeException refused(HttpServletRequest request, HttpServletResponse response) {
        // too many wrong passwords, or a token that nobody can look up now
        return HeaderSignIn.failure(request).map(Throwable::getCause).orElse(null) instanceof RuntimeException reason
                ? reason
                : unauthorized(request, response);
    }

    private static RequestException unauthorized(HttpServletRequest request, HttpServletResponse response) {
        boolean isWrong = request.getHeader("Authorization") != null
                || SessionContexts.token(request).isPresent();
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

    private static RequestException noPageToken() {
        return RequestException.of(
                403,
                "CsrfToken",
                PageTokens.HEADER,
                "Thiếu hoặc sai " + PageTokens.HEADER + "; trang lấy mã này từ /api/session, hãy tải lại trang",
                PageTokens.HEADER + " is missing or wrong; pages get it from /api/session, load the page again");
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
