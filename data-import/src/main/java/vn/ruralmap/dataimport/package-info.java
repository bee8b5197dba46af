/**
 * Import: read → check → transform → load, each stage a package that knows none of the others; this one joins them.
 *
 * <p>{@link vn.ruralmap.dataimport.ImportPipeline} runs an import by its {@link vn.ruralmap.dataimport.ImportOptions} and
 * gives an {@link vn.ruralmap.dataimport.ImportResult} with a report. It is a library, used by the command line and by
 * the server's upload; it knows neither, and prints nothing.
 */
@NullMarked
package vn.ruralmap.dataimport;

import org.jspecify.annotations.NullMarked;
