package vn.ruralmap.dataimport.load;

import vn.ruralmap.layers.model.Change;

/**
 * One row, ready to be stored.
 *
 * @param row 1-based position in the source
 * @param content its validity begins on the day the row holds from and ends only if an end was said
 * @param dated true if the begin was said; false: the row tells how things are today
 */
public record ImportRow(long row, Change.Content content, boolean dated) {}
