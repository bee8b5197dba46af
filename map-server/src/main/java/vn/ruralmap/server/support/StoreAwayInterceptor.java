package vn.ruralmap.server.support;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.ruralmap.layers.store.StoreUnavailableException;

/**
 * While the store is away: answers from the snapshot say that they may be old, and what needs the store is refused without waiting
 * for it.
 */
@Component
class StoreAwayInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final StoreAvailability availability;

    StoreAwayInterceptor(StoreAvailability availability) {
        this.availability = availability;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean isOurs = handler instanceof HandlerMethod && request.getDispatcherType() == DispatcherType.REQUEST;
        if (isOurs && availability.isAway()) {
            if (((HandlerMethod) handler).hasMethodAnnotation(NeedsStore.class)) {
                throw new StoreUnavailableException("kho dữ liệu tạm thời không có", "the store is away", null);
            }
            availability.tell(response);
        }
        return true;
    }
}
