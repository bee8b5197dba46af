package vn.ruralmap.server.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about signing in.
 *
 * @param sessionIdle a session that is not used for so long ends
 * @param sessionLongest no session lasts longer
 */
@ConfigurationProperties("ruralmap.accounts")
record AccountsSettings(
        @DefaultValue("8h") Duration sessionIdle,
        @DefaultValue("7d") Duration sessionLongest) {}
