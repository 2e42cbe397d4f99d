package dev.keshi.performance.goal;

import dev.keshi.messaging.Versioned;
import org.springframework.stereotype.Component;

/** Reads goals. Whether the reader may see those of the owner has been asked before. */
@Component
public class GoalQueries {

    private final MongoGoalSheets sheets;

    GoalQueries(MongoGoalSheets sheets) {
        this.sheets = sheets;
    }

    /** An owner without goals has an empty sheet, at version 0. */
    public Versioned<GoalSheetView> of(GoalOwner owner) {
        return sheets.find(owner)
                .map(sheet -> new Versioned<>(sheet.id(), sheet.version(), GoalSheetView.of(sheet.state())))
                .orElseGet(() -> new Versioned<>(owner.sheetId(), 0, GoalSheetView.of(GoalSheetDocument.empty(owner))));
    }
}
