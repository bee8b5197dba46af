package vn.ruralmap.server.viewer;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The letters of the map also serve the pages; a page has an address without ending. */
@Configuration(proxyBeanMethods = false)
class ViewerResources implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/fonts/*.ttf")
                .addResourceLocations("classpath:/vn/ruralmap/server/render/fonts/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/imports").setViewName("forward:/imports.html");
        registry.addViewController("/review").setViewName("forward:/review.html");
        registry.addViewController("/history").setViewName("forward:/history.html");
    }
}
