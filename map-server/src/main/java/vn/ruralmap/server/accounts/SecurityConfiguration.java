package vn.ruralmap.server.accounts;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Spring Security's chain, put together by hand: it tells who sent a request, and decides nothing.
 *
 * <p>It takes the requests that say who sent them, whatever their address, so that no spelling of an address comes around it and the
 * public's maps never come to it. Who may do what the services ask {@link AccountRights}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    AuthenticationManager authenticationManager(SignInProvider provider) {
        return new ProviderManager(provider);
    }

    @Bean
    FilterRegistrationBean<FilterChainProxy> securityChain(
            AuthenticationManager manager, SessionContexts sessions, ObjectProvider<IdentityProvider> provider) {
        List<Filter> filters = new ArrayList<>(
                List.of(new SecurityContextHolderFilter(sessions), new HeaderSignIn(manager), new PageTokens()));
        provider.ifAvailable(known -> filters.addAll(known.filters(sessions)));
        FilterRegistrationBean<FilterChainProxy> registration = new FilterRegistrationBean<>(new ForSenders(filters));
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    /** Spring Security's chain wraps even the requests that it leaves alone; these pass it by. */
    private static final class ForSenders extends FilterChainProxy {

        ForSenders(List<Filter> filters) {
            super(new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters));
            setFirewall(new AnyAddress());
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request instanceof HttpServletRequest asked && isSomebodys(asked)) {
                super.doFilter(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        }

        private static boolean isSomebodys(HttpServletRequest request) {
            return request.getHeader("Authorization") != null
                    || SessionContexts.token(request).isPresent()
                    || request.getRequestURI().startsWith(IdentityProvider.PATH);
        }
    }

    /**
     * The clients of OGC services send double slashes, encoded slashes and semicolons. Spring Security refuses them to protect rules
     * that go by the address, of which there is none here.
     */
    private static final class AnyAddress implements HttpFirewall {

        @Override
        public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
            return new FirewalledRequest(request) {
                @Override
                public void reset() {
                    // nothing was changed
                }
            };
        }

        @Override
        public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
            return response;
        }
    }
}
