/**
 * Makes the sample that shows the product: shapefiles of both pilot areas, as a data manager would bring them.
 *
 * <p>{@link vn.ruralmap.dataimport.sample.SampleData} writes the files. Names, codes, kinds and dates of the units and
 * which unit went into which are official (tables beside the classes). Everything else is made up and says so
 * ("minh họa"): boundaries grow from rough places by {@link vn.ruralmap.dataimport.sample.Mesh} and
 * {@link vn.ruralmap.dataimport.sample.Borders}. This package must not know the store or the importer.
 */
@NullMarked
package vn.ruralmap.dataimport.sample;

import org.jspecify.annotations.NullMarked;
