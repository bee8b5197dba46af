/**
 * Imports over HTTP at {@code /api/imports}, and what was published at {@code /api/changesets}.
 *
 * <p>{@link vn.ruralmap.server.imports.ImportsGuard} lets in only who sits at this machine. Controllers turn requests
 * into calls of {@code ImportJobs}, which knows no HTTP: it keeps one {@code ImportJob} for each import, lets
 * {@code ImportQueue} run them one after the other, and each lies in an {@code ImportFolder} on disk, so that a restart
 * loses nothing but what was running. {@code ImportWork} is the only class that runs the importer. Publishing takes
 * exactly the plan that was shown ({@link vn.ruralmap.dataimport.PlanToken}) or nothing.
 */
@NullMarked
package vn.ruralmap.server.imports;

import org.jspecify.annotations.NullMarked;
