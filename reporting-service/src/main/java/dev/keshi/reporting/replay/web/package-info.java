/** Replays over HTTP, for administrators and integrations. */
@NullMarked
package dev.keshi.reporting.replay.web;

import org.jspecify.annotations.NullMarked;
