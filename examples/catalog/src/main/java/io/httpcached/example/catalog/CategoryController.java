package io.httpcached.example.catalog;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;
import java.util.Optional;

/** Changes the products of a whole category. */
@Controller("/categories")
@ExecuteOn(TaskExecutors.BLOCKING)
class CategoryController {

    private final CategorySale sale;

    CategoryController(CategorySale sale) {
        this.sale = sale;
    }

    /**
     * Reduces the prices of a category.
     *
     * @param category the name of the category
     * @param reduction the reduction
     * @return the category with the number of reduced products; if it is empty, Micronaut answers with 404
     */
    @Post("/{category}/sale")
    Optional<CategoryCount> reduce(String category, @Body @Valid PriceReduction reduction) {
        return Optional.of(new CategoryCount(category, sale.reduce(category, reduction.percent())))
                .filter(reduced -> reduced.products() > 0);
    }
}
