import { z } from 'zod'

/** An http or https address, also of an IP; whether it may be asked for is the address guard's to say. */
export const HttpUrl = z.url({ protocol: /^https?$/, error: 'give an http or https address' }).max(2000)
