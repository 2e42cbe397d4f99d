/** Where requests go, and what keeps one service's trouble from becoming everyone's. */
@NullMarked
package dev.keshi.gateway.route;

import org.jspecify.annotations.NullMarked;
