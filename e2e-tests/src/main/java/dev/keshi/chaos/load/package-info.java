/** People at work through the gateway, one command after the other, who write everything they ask for into the ledger. */
@NullMarked
package dev.keshi.chaos.load;

import org.jspecify.annotations.NullMarked;
