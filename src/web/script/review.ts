import { arrive } from './arrive.ts'
import { keepTyped } from './kept.ts'
import { listen } from './keys.ts'

keepTyped()
arrive()
listen()
