package vn.ruralmap.server.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers of every answer, before any other filter answers: nothing foreign may run in the pages; the public services may be read from
 * any site.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HeaderFilter extends OncePerRequestFilter {

    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self';"
            + " script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";

    /** The map may be shown within pages of other sites; pages where people sign in and change something may not. */
    private static final Set<String> FRAMED = Set.of("/", "/index.html");

    /** The public services: pages of other sites may read them. */
    private static final List<String> OPEN =
            List.of("/wms", "/wfs", "/tiles", "/wmts", "/styles", "/ogc", "/download", "/metadata", "/catalog.jsonld");

    /** What the container refuses comes here as an error only. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean isOpen = OPEN.stream().anyMatch(path::startsWith);
        response.setHeader("Content-Security-Policy", POLICY + (isOpen || FRAMED.contains(path) ? "*" : "'none'"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (isOpen) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        chain.doFilter(request, response);
    }
}
