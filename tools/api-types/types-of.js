import openapiTS, { astToString } from 'openapi-typescript'

/** The types of an OpenAPI document, as the text of a module. What has a default may be left out of a request. */
export const typesOf = async (document) => astToString(await openapiTS(document, { defaultNonNullable: false }))
