/** The types of an OpenAPI document (version 3.1, as a value), as the text of a module. */
export declare const typesOf: (document: unknown) => Promise<string>
