import { deliverWebhooks } from '../../src/jobs/deliver-webhooks.ts'
import { clock, HOST, servicesHere, wayOutHere } from '../../src/server.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { fetchingFrom } from './site.ts'

/** A process that sends what is due once, over the database and to the press that its arguments name. */
const [databaseUrl = '', press = ''] = process.argv.slice(2)
const database = openPostgres(databaseUrl)
await deliverWebhooks(servicesHere(database, undefined, wayOutHere(fetchingFrom(press))), HOST, clock())
await database.close()
