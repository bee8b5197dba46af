package vn.ruralmap.server.wfs;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of this package. */
@Configuration
@EnableConfigurationProperties(WfsLimits.class)
class WfsConfiguration {}
