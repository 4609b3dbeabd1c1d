package golden;

import io.micronaut.http.client.annotation.Client;

@Client("/catalog")
interface CatalogClient extends Catalog<String> {}
