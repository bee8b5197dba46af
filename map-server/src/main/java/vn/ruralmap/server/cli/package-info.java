/**
 * The command line. Each command is a class; {@link vn.ruralmap.server.cli.RuralmapCommand} lists them.
 *
 * <p>Exit codes: 0 done; 1 refused because of the data; 2 wrong usage; 3 failure of the system. Besides
 * {@link vn.ruralmap.server.imports} the only package that uses the importer.
 */
@NullMarked
package vn.ruralmap.server.cli;

import org.jspecify.annotations.NullMarked;
