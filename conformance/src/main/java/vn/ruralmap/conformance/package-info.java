/** What a suite of the OGC needs around it to run on this machine alone, on a Java newer than its own. */
@NullMarked
package vn.ruralmap.conformance;

import org.jspecify.annotations.NullMarked;
