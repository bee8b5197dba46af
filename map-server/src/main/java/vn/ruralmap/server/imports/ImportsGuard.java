package vn.ruralmap.server.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.ruralmap.server.editing.AuditTrail;
import vn.ruralmap.server.editing.ClientAddress;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/**
 * Who may import and undo: a data manager who has signed in, from anywhere, or a person at the machine itself, who could as well run
 * the command. The one place that decides it.
 *
 * <p>Whoever sends a name, a token or a session is held to that account, at the machine too. An approver may undo as well, and
 * everybody with an account may read what was published by whom.
 *
 * <p>It guards the controllers of this package and not addresses, so that no spelling of an address comes around it. Without an
 * account the socket must be a loopback one; proxies pass strangers on through such a socket, so that any sign of one refuses. A
 * browser on this machine may show a foreign page, which is kept out by Host (its name may lead here), by Origin and
 * Sec-Fetch-Site, and by a header that it cannot send without being allowed to.
 */
final class ImportsGuard implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern HOST =
            Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PROXY_HEADERS = Set.of("forwarded", "x-real-ip", "via");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private static final String WRITER = ImportsGuard.class.getName();

    private final PublicUrl publicUrl;
    private final EditRights rights;
    private final AuditTrail audit;

    ImportsGuard(PublicUrl publicUrl, EditRights rights, AuditTrail audit) {
        this.publicUrl = publicUrl;
        this.rights = rights;
        this.audit = audit;
    }

    /** Whoever sent a request that was let in. Somebody at the machine may do all that is done here, everywhere. */
    static Writer writer(HttpServletRequest request) {
        return request.getAttribute(WRITER) instanceof Writer writer
                ? writer
                : new Writer(
                        ImportWork.author(),
                        ImportWork.author() + '@' + ClientAddress.of(request),
                        Set.of(Role.DATA_MANAGER),
                        List.of());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().equals(ImportsGuard.class.getPackageName())) {
            response.setHeader("Cache-Control", "no-store");
            boolean isSomebody = request.getHeader("Authorization") != null
                    || rights.findAccount(request).isPresent();
            if (isSomebody) {
                demandRole(request, response, method);
                return true;
            }
            boolean allowed = !publicUrl.isElsewhere()
                    && isLoopback(request.getRemoteAddr())
                    && isDirect(request)
                    && isOwnHost(request)
                    && isOwnPage(request)
                    && isMeant(request);
            if (!allowed) {
                throw refused(request.getLocalPort());
            }
        }
        return true;
    }

    private void demandRole(HttpServletRequest request, HttpServletResponse response, HandlerMethod method) {
        Writer writer = rights.demandAccount(request, response);
        boolean isHistory = method.getBeanType() == ChangesetsController.class;
        Role[] enough = isHistory && READING.contains(request.getMethod())
                ? Role.values()
                : isHistory ? new Role[] {Role.DATA_MANAGER, Role.APPROVER} : new Role[] {Role.DATA_MANAGER};
        if (!writer.isAnyOf(enough)) {
            audit.refused(writer, isHistory ? "revert" : "import", request.getRequestURI(), "Forbidden");
        }
        writer.demandAnyOf(enough);
        request.setAttribute(WRITER, writer);
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            // an address in digits is not looked up
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isDirect(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .noneMatch(name -> PROXY_HEADERS.contains(name) || name.startsWith("x-forwarded"));
    }

    private static boolean isOwnHost(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        return hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
    }

    private static boolean isOwnPage(HttpServletRequest request) {
        String own = "http://" + request.getHeader("Host");
        return Collections.list(request.getHeaders("Origin")).stream().allMatch(own::equalsIgnoreCase)
                && Collections.list(request.getHeaders("Sec-Fetch-Site")).stream()
                        .allMatch(site -> OWN_SITES.contains(site.toLowerCase(Locale.ROOT)));
    }

    private static boolean isMeant(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || "import".equals(request.getHeader("X-Ruralmap"));
    }

    private static RequestException refused(int port) {
        String page = "http://localhost:" + port + "/imports";
        return RequestException.of(
                403,
                "ImportsOnlyOnThisMachine",
                null,
                "Hãy đăng nhập bằng tài khoản quản lý dữ liệu (/signin.html). Không có tài khoản thì chỉ nhập được ngay trên máy"
                        + " chủ: mở " + page + " trên máy chủ, hoặc dùng ./ruralmap import."
                        + " Chương trình khác phải gửi tiêu đề X-Ruralmap: import",
                "Sign in as a data manager (/signin.html). Without an account data are imported on the server itself only: open "
                        + page + " there, or use ./ruralmap import."
                        + " Other programs must send the header X-Ruralmap: import");
    }
}
