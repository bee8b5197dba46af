package vn.ruralmap.server.accounts;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.context.SecurityContextRepository;

/** Somebody else who knows the people, such as the province's own sign-in; there is at most one. */
public interface IdentityProvider {

    /** Addresses below this one are the provider's business. */
    String PATH = "/signin/";

    /**
     * What the page of signing in offers.
     *
     * @param vi of the button
     * @param en of the button
     * @param path where signing in begins
     */
    record Offer(String vi, String en, String path) {}

    Offer offer();

    /** What serves its addresses. @param sessions opens the session of whoever has signed in */
    List<Filter> filters(SecurityContextRepository sessions);

    /** Where the browser ends its session with the provider too; empty: the provider has no such address, or never answered. */
    Optional<String> signOutAddress(HttpServletRequest request);
}
