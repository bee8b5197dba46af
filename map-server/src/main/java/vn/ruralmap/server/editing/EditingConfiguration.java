package vn.ruralmap.server.editing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What the operator decides about this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EditingSettings.class)
class EditingConfiguration {}
