package golden;

import io.micronaut.http.client.annotation.Client;

@Client("/items")
interface ItemClient extends Crud<String> {}
