/** Speed of drawing, run by hand: never part of a build. */
@org.jspecify.annotations.NullMarked
package vn.ruralmap.server.render.bench;
