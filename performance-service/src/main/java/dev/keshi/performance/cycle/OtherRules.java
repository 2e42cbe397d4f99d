package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.scoring.Total;
import java.util.Optional;

/** Rules to try a cycle with; what is absent is as the cycle has it. */
public record OtherRules(
        Optional<Integer> self,
        Optional<Integer> superior,
        Optional<Integer> peer,
        Optional<Integer> minimumPeers,
        Optional<MoverRule> movers,
        Optional<Integer> minimumDays,
        Optional<Total> excellent,
        Optional<Total> good,
        Optional<Total> pass) {

    /**
     * @throws dev.keshi.performance.scoring.ScoringProblem when the weights are not 100 together
     * @throws CycleProblem.FewerPeersThanPromised when the mean of fewer peers would show than they were promised
     */
    ScoringRules rules(ScoringRules of) {
        if (minimumPeers.orElse(of.minimumPeers()) < of.minimumPeers()) {
            throw new CycleProblem.FewerPeersThanPromised(of.minimumPeers());
        }
        return new ScoringRules(
                new RaterWeights(
                        self.orElse(of.raters().self()),
                        superior.orElse(of.raters().superior()),
                        peer.orElse(of.raters().peer())),
                minimumPeers.orElse(of.minimumPeers()),
                movers.orElse(of.movers()),
                minimumDays.orElse(of.minimumDays()));
    }

    /** @throws dev.keshi.performance.scoring.ScoringProblem when they do not descend */
    Thresholds thresholds(Thresholds of) {
        return new Thresholds(excellent.orElse(of.excellent()), good.orElse(of.good()), pass.orElse(of.pass()));
    }
}
