package books

import io.micronaut.context.BeanContext
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Post

@Controller("/imports")
class ImportController(private val context: BeanContext) {

    @Post("/{id}")
    fun finish(id: Long) {
        context.getBean(BookControllerCache::class.java).invalidateShow(id).join()
    }
}
