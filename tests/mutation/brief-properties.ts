import fc from 'fast-check'

/** Properties are tried for so long in ms with each mutant: most of those that one breaks are broken by the first few draws. */
fc.configureGlobal({ interruptAfterTimeLimit: 300, markInterruptAsFailure: false })
