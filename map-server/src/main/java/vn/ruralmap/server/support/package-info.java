/**
 * What every service needs of HTTP: parameters, dates, the public base URL, errors, headers.
 *
 * <p>Knows no service. A refused request is a {@link vn.ruralmap.server.support.RequestException}; each protocol turns
 * it into its own form, everything else becomes problem+json in {@link vn.ruralmap.server.support.ProblemAdvice}.
 */
@NullMarked
package vn.ruralmap.server.support;

import org.jspecify.annotations.NullMarked;
