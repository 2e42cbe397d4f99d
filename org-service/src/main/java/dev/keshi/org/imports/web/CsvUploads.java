package dev.keshi.org.imports.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Describes the body of an import, which is read part by part and never held whole. */
@RequestBody(
        required = true,
        content = {
            @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = CsvUploads.Parts.class)),
            @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary"))
        })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CsvUploads {

    /** CSV files, any of them. */
    @Schema(name = "CsvUploads")
    record Parts(
            @Schema(type = "string", format = "binary") @Nullable
            String departments,

            @Schema(type = "string", format = "binary") @Nullable
            String positions,

            @Schema(type = "string", format = "binary") @Nullable
            String people) {}
}
