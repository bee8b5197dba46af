/**
 * The packaged program as its users meet it: processes of their own, and foreign programs that read what it serves
 * (GDAL, OWSLib, Chromium).
 *
 * <p>{@link vn.ruralmap.server.e2e.Program} runs a command, {@link vn.ruralmap.server.e2e.RunningServer} a server.
 * Knows nothing of the program's classes but those that write test files. A tool that is not installed skips its tests,
 * and fails them where the environment says {@code CI=true}.
 */
@NullMarked
package vn.ruralmap.server.e2e;

import org.jspecify.annotations.NullMarked;
