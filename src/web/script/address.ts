import { versioned } from '../versioned.ts'
import { SCRIPT } from './made.ts'

export const SCRIPT_HREF = versioned('/review.js', SCRIPT)
