/**
 * The risk matrix (风险矩阵): likelihood (可能性) times impact (影响程度) to a level (风险等级), five by five. The steps' words, the levels
 * and the cells are the enterprise's own; a version that was released never changes, and each estimate says by which version
 * its level was found. One comes with the service: the regulations give no scale, so its four levels are ours.
 */
@NullMarked
package dev.keshi.risk.matrix;

import org.jspecify.annotations.NullMarked;
