/** Of what is served: the package's version. It stands in the description of the API and in every tag. */
export const VERSION = '0.1.0'
