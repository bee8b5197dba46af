/**
 * The map server: a Spring Boot application and its command line.
 *
 * <p>One package per service, named like the first part of its URL; services are strangers to one another and share
 * only {@code render} and {@code support}. {@code config} is the composition root, {@code cli} the command line.
 */
@NullMarked
package vn.ruralmap.server;

import org.jspecify.annotations.NullMarked;
