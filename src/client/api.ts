// Generated from the OpenAPI document by tests/client/generated.test.ts (-u writes it anew).

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process up? */
        get: operations["healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can it answer: does the database, and are its migrations applied? And do the jobs run?
         * @description A job that is late, failing or never ran shows as `degraded`, with 200, and so does a disk of the embedded database that is full, which still can be read, and a replica that does not answer: requests are answered all the same, and every instance reads the same database, so that a 503 would take all of them out of a load balancer at once. Watch `status`.
         */
        get: operations["readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the key that is used and those made with it, or by who is signed in, newest first */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a bearer key, shown this once
         * @description For who is signed in, with some of their own scopes, and for keys of admins. What a key makes ends no later than it does, and keys of a bot make keys of a bot. The answer is not kept: an Idempotency-Key is not looked at.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what the key that is used may do, and as whom it may submit */
        get: operations["readOwnKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a key another secret, shown this once
         * @description Its id, scopes, end and authors stay. The secret before ends at once, or after `overlapHours`; while it works on it can neither make nor rotate nor revoke keys. For the key itself, who made it, or an admin.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a key from now on
         * @description Again it changes nothing. For the key itself, who made it, or an admin.
         */
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who is signed in, or whose key is used
         * @description Nobody (404) where a key is used that no person made.
         */
        get: operations["readOwnPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take all that is kept about who is signed in
         * @description The account, its sessions, keys, links, webhooks and contacts, and all that was recorded by it; no secret, hash or token. Streamed: an answer that breaks off was cut. For who is signed in: with a key there is nothing (404), since whoever finds one must not learn from where its person signs in.
         */
        get: operations["exportOwnPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/me/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase the account of who is signed in, for good
         * @description Name, address, password, sessions, keys, links, webhooks and contacts are gone. What was recorded stays and verifies; it names an id that leads nowhere. For who is signed in, by their password and address: with a key there is nothing (404).
         */
        post: operations["eraseOwnPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase the account of somebody, for good
         * @description As they could themselves, who are refused here (409): it takes their password. The last administrator stays. Again it answers 200 with the erasure that stands, whatever address is given.
         */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List which accounts were erased, newest first
         * @description By their ids, which stand where facts say who recorded them.
         */
        get: operations["listErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who may sign in, newest first */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change what somebody may do
         * @description From their next request on. Keys of theirs that hold more are revoked, with what was made with them. No answer is kept.
         */
        post: operations["changeScopes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/bans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let somebody do nothing any more
         * @description Their sessions end, their keys and what was made with those are revoked for good. What they recorded stays. Nobody bans themselves.
         */
        post: operations["banPerson"];
        /**
         * Let somebody sign in again
         * @description Their keys stay revoked.
         */
        delete: operations["unbanPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End every session of somebody */
        delete: operations["signOutPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link by which somebody sets another password
         * @description It works once, for 24 hours, and one made before works no more. Hand it over yourself: no mail is sent. Their password stays until then. The answer is not kept: an Idempotency-Key is not looked at.
         */
        post: operations["offerReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List invitations, newest first */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody by a link that works once, shown this once
         * @description Who opens it chooses a name and a password. Hand it over yourself: no mail is sent. One that was made for the same address before and that nobody used works no more. The answer is not kept: an Idempotency-Key is not looked at.
         */
        post: operations["invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{id}/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an invitation work no more
         * @description Again, or once it was used, it changes nothing.
         */
        post: operations["revokeInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commentaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List commentaries, newest first */
        get: operations["listCommentaries"];
        put?: never;
        /**
         * Record a commentary and extract its candidates
         * @description Plain text, Markdown or HTML; without a text the page at `url` is fetched, as its robots.txt and reservations allow. What is left out is taken from the document: front matter, JSON-LD, meta tags, a byline and a date under the title. Once: the same text again, or the same piece at another address, answers 200 with the record that stands. A text whose bylines, publisher, day or url contradict that record answers 409 and names it; fewer than 40 words under other bylines are another commentary. Naming a collection needs the scope review.
         */
        post: operations["recordCommentary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commentaries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one commentary, without its text, and how it was read */
        get: operations["readCommentary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commentaries/{id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read where a commentary was fetched, and how each place was known to be the same piece
         * @description For reviewers: an address may hold a secret of whoever sent it.
         */
        get: operations["readCommentaryPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commentaries/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the text of a commentary, for review */
        get: operations["readCommentaryText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List candidates, newest first; those of one commentary in the order of its text
         * @description Without a key that may review, only reviewed candidates are listed, with quotes up to 300 characters.
         */
        get: operations["listCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one candidate */
        get: operations["readCandidate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a candidate may be saying again
         * @description Open questions of anyone and earlier claims of its author, with their similarity; other candidates of the text that restate it; and what accepting it does if the reviewer says nothing else. The rule is described in docs/matching.md.
         */
        get: operations["suggestQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or reject a candidate, with a reason
         * @description Accepting makes a question of it, or joins the one named, and records the prediction. What was read wrongly is corrected here (phrase or probability, window, attribution, directness, claimant, wording, orientation, polarity): the candidate stays as it was found, and `corrections` tells both. Unless the review says otherwise, a claim that its author has made before joins the question it stands on while that window is open, else makes a new question of its family; `match` says which, how alike and why.
         */
        post: operations["reviewCandidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back one’s own review of a candidate
         * @description The candidate is pending again. What was accepted is marked as a mistake of its recording and counts nowhere; a question that was made for it alone is void. The parts of a split are withdrawn. Only who decided may, while nothing rests on it: not once its question is decided, a dispute about it is open, or one of its parts is reviewed.
         */
        post: operations["undoReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}/splits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split a candidate that holds several claims
         * @description It is decided, as split, and its parts are candidates of their own, pending: exact spans of its text, which inherit what was read of the whole. `extractorVersion` says that they were found by hand.
         */
        post: operations["splitCandidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/candidates/{id}/second-opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge a candidate that somebody else decided, without being told how
         * @description The first decision stands. Where the two differ on whether it is a forecast, or on whether it is one of the event or of its opposite, a dispute is opened on the grounds given, for somebody else to rule. Only of what is judged twice, late acceptances and one in ten of all other decisions by a hash, never by who decided first, and once by each other.
         */
        post: operations["giveSecondOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How reviewers agree who judged the same candidates
         * @description Raw agreement, the share that each accepts, and Cohen’s κ with its interval: over accepting and rejecting, and among what both accept over orientation.
         */
        get: operations["readAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List authors, newest first
         * @description Records that are merged into another are not among them; `/v1/author-links` tells which are.
         */
        get: operations["listAuthors"];
        put?: never;
        /** Record an author who submits forecasts */
        post: operations["recordAuthor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one author */
        get: operations["readAuthor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/open-predictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what an author has standing on open questions, the soonest to close first */
        get: operations["listOpenPredictions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how much of what an author published came to be scored, and why the rest did not */
        get: operations["readAuthorFunnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a record of an author count for another from now on: both are one
         * @description All that was said under the record, and under what is merged into it, counts for the other, and its addresses send on to the other’s. Facts keep the record they were recorded under, reads as of an earlier position show what stood then, and who may submit as whom stays as it was. The same again answers 200.
         */
        post: operations["mergeAuthor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a merged record count for itself again: they are not one after all
         * @description What was merged into the record goes with it. The same again answers 200.
         */
        post: operations["splitAuthor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/author-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List which records were merged and which split again, newest first */
        get: operations["listAuthorLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/calibration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an author's calibration report
         * @description What the number of families does not allow is null, and its rule stands in `withheld`. With `snapshot` the answer is the report as it was kept then, whole and unchanged: a PinnedReport, whose `kind` is `kept`. Of an author of whom more than 1000 forecasts are settled a report is kept ready, and made again within some minutes of what is sealed: `asOf` says as of when.
         */
        get: operations["readCalibration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an author's scores flat: a row a measure, and a row a month
         * @description For dashboards and spreadsheets. A measure is defined at /v1/definitions/{measure}; what the number of families does not allow is null, with the rule beside it. The same figures as the calibration report, from the same counts.
         */
        get: operations["readAuthorScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/over-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an author's scores over time: by how long each forecast stood, and against who stood beside it
         * @description A measure of its own, a row each, that no headline and no rank mixes with the one forecast that is scored; its rules stand in `inputs`. Made anew for each request from up to 20,000 acts of everybody on the author’s questions; where there are more, the answer is 422, and a collection with fewer may be named: nothing is computed of a part of them.
         */
        get: operations["readAuthorOverTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the scores of up to 100 authors at once
         * @description Who is not known is told by itself and fails nobody else. Beside one another, never a ranking: see the leaderboard.
         */
        get: operations["readScoresOfMany"];
        put?: never;
        /**
         * Score forecasts that are sent along; nothing is kept
         * @description What a kept report holds, with nothing withheld: figures, verdict, bootstrap, recalibration, own lexicon, robustness, sentences. What a public page would withhold is named beside it, and what cannot be told of the input in `missing`. At most 5000 forecasts of 50 authors, or 2000 rows of counts that hold 10000 forecasts. Where one item cannot be used nothing is scored, and each such item is named. `hindcast score` gives the same on a file.
         */
        post: operations["computeScores"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/lexicon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an author's own lexicon: of the things called likely, how many happened
         * @description A row a phrase, of what was asserted, beside what readers hear and what published standards prescribe; whether the words came true in their order; the score under every reading; weak hedges apart. Rows are raw counts and shown from one use on; order and scores obey the minimum of families, and their rule stands in `withheld`.
         */
        get: operations["readAuthorLexicon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how an author did beside others, on the questions that both answered
         * @description Above 0 the author is better. The finding rests on what holds however often one looks: what both said first, family by family as they fell due. From 100 families of the author (and of the other author) and 10 common questions on; below, `withheld` names the rule.
         */
        get: operations["readComparisons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an author's settled forecasts, the best or the worst calls first
         * @description By their part in the mean Brier score: what was said, verbatim, what happened, what it cost and where the outcome can be read. From one family on.
         */
        get: operations["listCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/calibration.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draw an author's reliability diagram
         * @description The curve of the calibration report as a picture that stands alone: the line (CORP) with a dot for each of its steps, its 90 % consistency band, the numbers of forecasts, the mean Brier score with its interval, how many corrections moved it, and while questions are open outside entered cohorts an outline of where the line could still end. Its caption and figures stand in the picture and in its description. Where the curve is withheld, the picture says so with the rule, and the header Hindcast-Withheld names it.
         */
        get: operations["drawCalibration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/calibration.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the curve of an author's calibration report as CSV
         * @description One row for each stated probability, lowest first, at full precision: `p`, `n` forecasts settled, `hits`, `observed` = hits/n, `recalibrated` (isotonic regression), `band_low` and `band_high` (90 % consistency band), `lowest` and `highest` (where the curve could still end while questions are open), `withheld`. An empty cell has no value: what nobody has settled yet has n 0 and bounds alone. Where the curve is withheld there is one row, whose `withheld` names the rule, as does the header Hindcast-Withheld.
         */
        get: operations["readCalibrationTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List questions, newest first */
        get: operations["listQuestions"];
        put?: never;
        /** Make a question with its first version */
        post: operations["createQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a version to a question that is not decided
         * @description Nothing changes in place: a prediction stays on the version it was made on and is judged by it. `expectedVersion` names the version followed; where another followed first, the answer is 409 and `stands` shows it.
         */
        post: operations["addVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{id}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an option to a categorical question that is not decided
         * @description It is carved out of the catch-all: a forecast made before counts as having given it the share of `other`. A label that stands answers 200.
         */
        post: operations["addOption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one question with its versions and its log */
        get: operations["readQuestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{id}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give topics to a question, or take them from it
         * @description Topics are free words. What was said on the question counts in the set of each, from this request on. Give them before the outcome is known: one that comes later is marked so for good. Where nothing is new the answer is 200.
         */
        post: operations["changeTopics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the topics that questions have, by name */
        get: operations["listTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{id}/baselines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the reference probabilities of a question, newest first
         * @description Those of all its versions, also those that others took the place of.
         */
        get: operations["listBaselines"];
        put?: never;
        /**
         * Record a reference probability of a question: a base rate, a market price, a crowd, the status quo
         * @description A baseline counts beside the forecasts of its version that were said at or after its date. It is refused once the version has been decided, and where its date is of later than the window or than an event that is proposed to decide. A correction is a new one with `corrects`. The same again answers 200.
         */
        post: operations["recordBaseline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/baselines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record up to 200 reference probabilities, each on its question
         * @description A baseline counts beside the forecasts of its version that were said at or after its date. It is refused once the version has been decided, and where its date is of later than the window or than an event that is proposed to decide. Each is recorded, found standing or refused by itself; the answer tells of each, and how many came to what: 201 where one was new, 200 where one stood already and none was new, 422 where all were refused.
         */
        post: operations["recordBaselines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{id}/resolvers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rules by which a question is resolved, and how their attempts went
         * @description Of the newest version. A rule that found nothing yet says what it waits for, one that failed says why.
         */
        get: operations["listResolvers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List predictions, newest first */
        get: operations["listPredictions"];
        put?: never;
        /**
         * Submit a forecast on an open question: state it, reaffirm, withdraw, or mark a mistake
         * @description The forecast standing at the question’s `referenceAt` is the one that is scored. It counts as said when it is recorded, whatever clock its sender has. Only the key that registered the author may submit; what stands already answers 200.
         */
        post: operations["submitPrediction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one prediction, and whether it counts */
        get: operations["readPrediction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what an author had standing on a question, and when */
        get: operations["readForecastHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the receipt of a prediction
         * @description With the key that recorded it the receipt holds the fields and salts from which its digest can be recomputed.
         */
        get: operations["readReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit forecasts by the thousand, streamed
         * @description One item a line (`application/x-ndjson`), or rows of a CSV (`text/csv`) whose first line names the columns after the fields: an empty cell is left out, numbers and lists are written as JSON. At most 50 MB at the edge and 1 GB on Node, 250 kB a line. The answer is NDJSON and comes while the body goes: read it while you send. Each item is answered by its line once it is kept; one that is refused keeps none back, and the status is 200 also where all are. The last line says `done`. Sent again, what was recorded is `standing`. Each forecast is taken as by `POST /v1/predictions`; 1,000 lines are recorded and answered at once.
         */
        post: operations["submitPredictions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resolutions/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle, void, reopen or correct questions by the thousand, streamed
         * @description One item a line (`application/x-ndjson`), or rows of a CSV (`text/csv`) whose first line names the columns after the fields: an empty cell is left out, numbers and lists are written as JSON. At most 50 MB at the edge and 1 GB on Node, 250 kB a line. The answer is NDJSON and comes while the body goes: read it while you send. Each item is answered by its line once it is kept; one that is refused keeps none back, and the status is 200 also where all are. The last line says `done`. Sent again, what was recorded is `standing`. Each is taken as by `POST /v1/resolutions`, in a transaction of its own; 20 are answered at once. `id` is that of the entry of the log.
         */
        post: operations["resolveQuestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open an import of forecasts that were made elsewhere
         * @description Once: the same name again answers 200 with the one that stands, where its source and licence are the same.
         */
        post: operations["openImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/forecasts/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import forecasts with the questions they are on
         * @description Streamed as NDJSON or CSV, each line answered by itself, as in `POST /v1/predictions/batch`. They count as said when their source says, and are marked as imported. A forecast is known by its import and by what its source knows it by: sent again, it is `standing`.
         */
        post: operations["importForecasts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/outcomes/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import how the source resolved its questions
         * @description Streamed as NDJSON or CSV, each line answered by itself, as in `POST /v1/predictions/batch`. The evidence is the source’s own resolution, and says so: an event that happened when the source resolved the question, or at the end of its window where that came first. Send them after all forecasts. `id` is that of the question.
         */
        post: operations["importOutcomes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commentaries/{id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record by hand what a commentary says on a question that stands
         * @description For what extraction did not find. It counts as said when the commentary was published, and its words must stand there letter by letter. The same again answers 200.
         */
        post: operations["recordStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List events, newest recorded first */
        get: operations["listEvents"];
        put?: never;
        /**
         * Record that something happened
         * @description Once: the same title and time again answers 200 with the event that stands.
         */
        post: operations["recordEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one event */
        get: operations["readEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archives/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what is kept of a feed under a hash: whence, when, how much
         * @description The hash is the `archiveSha256` of an event. An archive may be deleted; the event keeps its hash.
         */
        get: operations["readArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/archives/{sha256}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an archived copy, byte for byte, for review
         * @description Always as a file and never as what it says it is: it was written by others.
         */
        get: operations["readArchiveBytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what commentaries tell as having happened, newest first; of one commentary in the order of its text
         * @description Without a key that may review, only reviewed ones are listed, with quotes up to 300 characters.
         */
        get: operations["listEventCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-candidates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one event candidate */
        get: operations["readEventCandidate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-candidates/{id}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an event candidate may be another account of
         * @description Events that stand and candidates of other commentaries: overlapping days, like titles, shared names.
         */
        get: operations["suggestEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-candidates/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or reject an event candidate, with a reason
         * @description Accepting records the event, with the words, the date and the archived copy of its commentary, or joins the event named by `eventId`. A reported absence is no event: reject it, and use its quote as evidence.
         */
        post: operations["reviewEventCandidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what is recorded as evidence on a question, and what later passages and events bear on it
         * @description What is found is ranked, best first, with a stance towards the wording and the reasons. It proposes and settles nothing. Texts that no reviewer has accepted a candidate of are searched for keys with the scope review alone; `withheld` says so.
         */
        get: operations["findEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the undecided questions that an event may settle
         * @description Questions that are open or due, asked before it was published, best first, each with the sentence that bears most.
         */
        get: operations["findQuestionsOfEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commentaries/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the undecided questions that a commentary bears on
         * @description Questions that are open or due, asked before it was published, best first, each with the sentence that bears most. While no reviewer has accepted a candidate of the commentary, this needs a key with the scope review (403).
         */
        get: operations["findQuestionsOfCommentary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List proposals, newest first */
        get: operations["listProposals"];
        put?: never;
        /**
         * Propose an outcome with its evidence
         * @description Settles nothing. The same outcome on the same evidence again answers 200 with what stands. With `dry_run` everything is checked and judged, and nothing kept: 200 with what would come of it.
         */
        post: operations["proposeOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one proposal */
        get: operations["readProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle by a proposal, or decline it
         * @description A proposal that its evidence does not carry yet stays pending, and its `reason` says what is missing.
         */
        post: operations["decideProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List entries of the resolution log, newest first */
        get: operations["listResolutions"];
        put?: never;
        /** Settle, void, reopen or correct a question */
        post: operations["resolveQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/score-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what corrections did to the scores of authors, newest first
         * @description One entry for each correction, author and board it moved: the headline figures before and after, under the rules of the day. What the number of families does not allow is null.
         */
        get: operations["listScoreChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List disputes, newest first
         * @description `overdue` = not ruled by `ruleBy`. Without a key that may review, only confirmed ones are listed.
         */
        get: operations["listDisputes"];
        put?: never;
        /**
         * Dispute a candidate, a prediction, an outcome or a byline; needs no key
         * @description It is ruled by `ruleBy`, fourteen days after it came in. Without a key that may review, it is shown only once a reviewer has confirmed that it comes from who it says. What is disputed stands, flagged, until the ruling.
         */
        post: operations["fileDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply to a dispute as the judged author; needs no key
         * @description Before or after the ruling. It is shown beside the verdict once a reviewer has confirmed that it is theirs.
         */
        post: operations["replyToDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one dispute with its replies and its ruling */
        get: operations["readDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that a dispute, or a reply to it, comes from who it says */
        post: operations["confirmDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Uphold or reject a dispute, or dismiss one that nobody confirmed
         * @description Upheld about an outcome it corrects the question’s log by `correction`; about anything else it takes the statements out of the scores. Who decided what is disputed may rule only where no other key may; the ruling then says so.
         */
        post: operations["ruleDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how to reach who wrote on a dispute
         * @description Those that are needed: of what nobody has confirmed yet. Whoever decided what is disputed reads none, also as an admin, while there is another of another hand.
         */
        get: operations["readDisputeContacts"];
        put?: never;
        post?: never;
        /**
         * Delete how to reach who wrote on a dispute; the dispute stays
         * @description Refused (403) to whom the contacts are not shown because they decided what is disputed.
         */
        delete: operations["forgetDisputeContacts"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was taken out, newest first */
        get: operations["listRedactions"];
        put?: never;
        /**
         * Take a text out for good, and say why
         * @description The full text of a commentary, the grounds of a dispute, or a reply to one. The digest of what it stood in stays, so that everything still verifies. The same again answers 200.
         */
        post: operations["redactText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search questions, predictions and authors, best first
         * @description Questions by their wording and criteria, predictions by their public quotes, in English word forms; authors by the beginnings of the words of their names, accents or not. `"two words"` is a phrase, `or` gives a choice, `-word` leaves out. Of equals the newest comes first.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List collections, newest first */
        get: operations["listCollections"];
        put?: never;
        /** Record a collection: a sampling frame, without which nobody is ranked */
        post: operations["recordCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collections/{id}/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how much of what a collection was read for came to be scored, and why the rest did not */
        get: operations["readCollectionFunnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the board of a collection
         * @description Ordered by shrunk differences on common questions, with intervals of ranks; where fewer than 20 can be compared, head to head; never by raw score. Who is not ranked is listed with the reason. Reference forecasters stand apart and have no rank. Rows come in pages of 1 to 200 (50); walk a board with the `snapshot` or `as_of` of its first page, so that its order stands still.
         */
        get: operations["readLeaderboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the boards that were kept, newest first
         * @description Each night every board on which something changed is kept with the reports of everyone on it, as of one position of the ledger. None is ever changed or deleted.
         */
        get: operations["listSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one board as it was kept, its rows page by page
         * @description Whoever is on it, 1 to 200 (50) a page, with their row of the board. /v1/leaderboard shows rows in the order of ranks.
         */
        get: operations["readSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots/{id}/difficulties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List how hard the questions of a kept board were
         * @description By two-way fixed effects, Brier = author + question + error, over the largest group of authors whom common questions link; frozen with the board. The mean of (Brier − effect) over questions that have one is comparable with the adjusted scores of the board: always saying 50 % of all of them has 0.25. In the order of question ids; empty where nobody shares ten questions.
         */
        get: operations["listDifficulties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List outlets, newest first */
        get: operations["listSources"];
        put?: never;
        /** Record an outlet */
        post: operations["recordSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an outlet was read whole through a day */
        post: operations["recordCoverage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far the ledger is sealed
         * @description Each committed fact gets a position, within about a minute. What reads take as `as_of` goes up to the last.
         */
        get: operations["readLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the signed checkpoints of the ledger, newest first
         * @description Each is a signed note (c2sp.org/signed-note) of how many facts the ledger had and the root of its Merkle tree (RFC 9162). Who keeps one elsewhere can tell later whether anything before it was changed: docs/ledger.md.
         */
        get: operations["listCheckpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/checkpoints/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a signed checkpoint of the ledger */
        get: operations["readCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/proof/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove that a fact stands in the ledger of a checkpoint
         * @description The hash of the fact with those of the proof make the root of the checkpoint (RFC 9162, section 2.1.3). The id of what belongs to a collection is that of both with a slash between, written `%2F` here.
         */
        get: operations["proveInclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove that the ledger of one size begins with that of another
         * @description That nothing was changed between them, and facts were only added (RFC 9162, section 2.1.4).
         */
        get: operations["proveConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow everything that is recorded, in the order of the ledger
         * @description Each item is a fact at its position, with the thing as anyone may see it now. Positions have no gaps and are given in the order of commits, so that who asks `after` the last `next` misses nothing and sees nothing twice. What is for reviewers alone keeps its position and is named in `withheld`. A fact appears within about a minute; `wait` answers as soon as it does. `author`, `question`, `topic` and `collection` are joined, and hold as things stand when it is read; with one of them what is withheld is left out, and at most 5,000 facts are looked through for an answer, so that `next` may move on without an item. A position ahead of the ledger is `not-sealed`.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the webhooks of the key that is used, newest first */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have what is recorded sent to an address
         * @description Each fact that is sealed from now on and passes the filters is sent as a message of the Standard Webhooks specification, signed, with a `sequence` of its own. The answer is not kept: an Idempotency-Key is not looked at. docs/webhooks.md tells the rest.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one webhook: how far it is, and whether it gets through */
        get: operations["readWebhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change where a webhook sends to, and what
         * @description What is left out stays. Another address is used from the next attempt on, other filters for what is read from then on.
         */
        post: operations["changeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a webhook, set it going again where it stood, or end it for good
         * @description While it is paused nothing is lost. What waits for one that ends is dropped.
         */
        post: operations["setWebhookStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook another secret, shown this once
         * @description For `overlapHours` both secrets sign each message; the receiver takes the one it knows.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a webhook was sent, or is to be sent, with every attempt; the last of its sequence first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a webhook again what it was sent, or what was given up
         * @description Under the same ids and sequences, each with the thing as it stands then. What is no longer kept is read from /v1/changes.
         */
        post: operations["replayWebhookDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a webhook a signed message of the type `test` at once, and see what its receiver says
         * @description Also to one that is paused. It has no sequence, is sent once, and stands in no log.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/feed.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an author in a feed reader (Atom)
         * @description The newest 50 predictions and resolutions, newest first. An item keeps its id (`urn:uuid:`) wherever it is read.
         */
        get: operations["readAuthorAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authors/{id}/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an author in a feed reader (JSON Feed)
         * @description The newest 50 predictions and resolutions, newest first. An item keeps its id (`urn:uuid:`) wherever it is read.
         */
        get: operations["readAuthorJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/topics/{slug}/feed.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a topic in a feed reader (Atom)
         * @description The newest 50 predictions and resolutions, newest first. An item keeps its id (`urn:uuid:`) wherever it is read.
         */
        get: operations["readTopicAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/topics/{slug}/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a topic in a feed reader (JSON Feed)
         * @description The newest 50 predictions and resolutions, newest first. An item keeps its id (`urn:uuid:`) wherever it is read.
         */
        get: operations["readTopicJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the full snapshots that are kept, newest first
         * @description A server on Node writes one each night into its data folder and keeps the last seven; at the edge there is none (404).
         */
        get: operations["listExportSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/snapshots/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the manifest of a full snapshot: its position, its licence, and the hash of each file
         * @description A server on Node writes one each night into its data folder and keeps the last seven; at the edge there is none (404).
         */
        get: operations["readExportSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/snapshots/{name}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of a full snapshot
         * @description A server on Node writes one each night into its data folder and keeps the last seven; at the edge there is none (404). Its bytes have the SHA-256 that the manifest names, and never change.
         */
        get: operations["downloadSnapshotFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what can be exported, with the columns of each, and the licence */
        get: operations["listExports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export a whole public resource as NDJSON, CSV or Parquet, streamed
         * @description All of it is of one position, that in the header Hindcast-Position, however long it takes: facts in the order of the ledger, questions by id, what is no fact (authors, sources, collections) newest first. An item has the shape of its list; in CSV and Parquet what is nested is JSON. An answer that breaks off was cut: ask again. What was recorded in the last minute may lack a position yet.
         */
        get: operations["readExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List feeds, newest first
         * @description For reviewers: an address may hold a secret of whoever recorded it.
         */
        get: operations["listFeeds"];
        put?: never;
        /**
         * Record a feed (RSS, Atom, JSON Feed) to be read from now on
         * @description Its pieces are fetched and recorded one by one, as the robots.txt and the reservations of their site allow.
         */
        post: operations["recordFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one feed, with its last error */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a feed announced and what became of it, newest first */
        get: operations["listFeedEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a feed, or set it going again */
        post: operations["setFeedStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the jobs of the clock: when each runs, when it last did, and what was missed since */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs of jobs, newest first
         * @description The message of an error may name what is nobody else’s business: it is for keys with the scope admin.
         */
        get: operations["listJobRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deferred work that failed as often as it is tried, with the problem; what died first of late first
         * @description Of one job one letter waits to be put back: work of it that dies later takes the place of what died before, since it does what that left undone, and `times` counts it.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a dead letter back into the queue, once
         * @description What fails again as often as it is tried becomes another letter.
         */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deferred-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what became of a request that was sent with `Prefer: respond-async`
         * @description For the key, or the person, that sent it. It is kept for a day after it was answered, and for 30 days after it failed.
         */
        get: operations["readDeferredRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lexicons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the readings of words of likelihood
         * @description The first is the one that scores rest on; the others are yardsticks of organisations, to set beside it.
         */
        get: operations["listLexicons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lexicons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one lexicon: phrases with their distributions, or the terms of a standard with their bands */
        get: operations["readLexicon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the measures that reports show: what each is, in what unit, which way is better, and from how many families on
         * @description The same for everybody and at every position of the ledger: it knows no `as_of`.
         */
        get: operations["listDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definitions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what one measure is */
        get: operations["readDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/window-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the rules by which words of time become a window
         * @description Days that are named win, read as `readings` shows; else the first of `rules` that fits; else `default`.
         */
        get: operations["readWindowRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List everything that can go wrong, with its status and what to do
         * @description The closed list of codes that problem documents carry, whole.
         */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List questions that need an outcome, the window that ended first first
         * @description Those that are due, and open ones whose window ends before a day.
         */
        get: operations["listWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List older versions whose statements wait for an outcome on their own terms
         * @description Their question was decided on other terms, or is open by a newer version. A person settles one by `POST /v1/resolutions` with its number.
         */
        get: operations["listVersionWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/leases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take questions that need an outcome and that nobody holds, for a while
         * @description For programs that work side by side: one holder a question. A lease that runs out frees its questions. It divides the work and no more: on a question that somebody holds, others may still propose.
         */
        post: operations["leaseWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/leases/{id}/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a lease for longer, counted from now */
        post: operations["renewLease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/leases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give a lease back before it runs out */
        delete: operations["releaseLease"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    fact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a webhook is sent of each fact that passes its filters
         * @description At least once, signed by the Standard Webhooks specification: verify it, and do nothing twice under one `webhook-id`. Each attempt sends the thing as it stands then; type, sequence and position stay. docs/webhooks.md tells the rest.
         */
        post: operations["receiveFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    test: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a webhook is sent by POST /v1/webhooks/{id}/tests, once */
        post: operations["receiveTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        WebhookMessage: {
            type: components["schemas"]["ChangeKind"];
            /**
             * Format: date-time
             * @description when the fact was sealed
             */
            timestamp: string;
            /** @description id, whk_… */
            webhookId: string;
            /** @description 1, 2, 3, … of this webhook, without gaps */
            sequence: number;
            data: components["schemas"]["Change"];
        };
        /**
         * @description the kind of fact
         * @enum {string}
         */
        ChangeKind: "author-link" | "commentary" | "place" | "extraction-run" | "reading" | "review" | "second-opinion" | "match" | "version" | "option" | "topic" | "baseline" | "prediction" | "event" | "event-review" | "evidence" | "coverage" | "resolution" | "score-change" | "dispute" | "dispute-reply" | "dispute-confirmation" | "dispute-ruling" | "exclusion" | "redaction" | "erasure" | "collection-commentary" | "collection-question";
        Change: {
            /** @description its place in the ledger: 1, 2, 3, … without gaps */
            position: number;
            kind: components["schemas"]["ChangeKind"];
            /** @description of the fact; null where it is withheld */
            id: string | null;
            /**
             * Format: date-time
             * @description when it got its position; never before that of an earlier one
             */
            sealedAt: string;
            /** @description what was done, where the kind knows several: `state`, `withdraw`, `settle`, `reopen`, `accepted`, `added`, … */
            action: string | null;
            /** @description the question it is about, where it is about one */
            questionId: string | null;
            /** @description whose words or scores it is about */
            authorIds: string[];
            /** @description path of the thing */
            resource: string | null;
            /** @description the thing as its own GET gives it now; null where it is withheld */
            data: components["schemas"]["FlaggedPrediction"] | components["schemas"]["FlaggedResolution"] | components["schemas"]["QuestionVersion"] | components["schemas"]["QuestionOption"] | components["schemas"]["TopicChange"] | components["schemas"]["Baseline"] | components["schemas"]["Event"] | components["schemas"]["Evidence"] | components["schemas"]["Commentary"] | components["schemas"]["PublicExtractionRun"] | components["schemas"]["PublicDocumentReading"] | components["schemas"]["FlaggedCandidate"] | components["schemas"]["EventCandidate"] | components["schemas"]["Coverage"] | components["schemas"]["ScoreChange"] | components["schemas"]["Dispute"] | components["schemas"]["Excluded"] | components["schemas"]["Redaction"] | components["schemas"]["Erasure"] | components["schemas"]["AuthorLink"] | components["schemas"]["CollectionMembership"] | null;
            /**
             * @description why there is nothing to see: the position is taken by something that is for reviewers alone
             * @enum {string|null}
             */
            withheld: "for-reviewers" | null;
        };
        FlaggedPrediction: {
            /** @description id, prd_… */
            id: string;
            /** @description id, aut_… */
            authorId: string;
            authorName: string;
            /** @description id, qst_… */
            questionId: string;
            /** @description id, qsv_… */
            versionId: string;
            /** @enum {string} */
            act: "state" | "reaffirm" | "withdraw" | "mistake";
            /** @description what was said; null where the act says no forecast */
            form: string | null;
            /** @description of the positive event, under the lexicon named */
            probability: number | null;
            /** @description of a categorical question, over the options of then */
            distribution: components["schemas"]["Share"][] | null;
            lexiconVersion: string;
            /** @description what is reaffirmed, withdrawn, or was a mistake */
            refersTo: string | null;
            /**
             * Format: date-time
             * @description when it stops to stand by itself
             */
            expiresAt: string | null;
            said: components["schemas"]["Moment"];
            /** @enum {string} */
            attribution: "own" | "quoted" | "reported";
            /** @enum {string} */
            directness: "verbatim" | "paraphrase";
            weakHedge: boolean;
            /** @description false = listed, never scored */
            scoreable: boolean;
            unscoredReason: string | null;
            /** @enum {string} */
            origin: "commentary" | "submitted" | "imported";
            /** @description submitted with a key that is marked as a bot’s */
            bot: boolean;
            /** @description what takes it back, so that it counts as never said; null of all that stands as it was recorded */
            takenBack: {
                /** @description the act that marks it as a mistake */
                predictionId: string;
                /** @description why the acceptance was undone; null of what its author marks */
                reason: string | null;
                recordedAt: components["schemas"]["Instant"];
            } | null;
            /** @description withheld where the acceptance was undone: the passage is for reviewers again */
            quote: string | null;
            /** @description id, cmt_… */
            commentaryId: string | null;
            /** @description id, cnd_… */
            candidateId: string | null;
            /** @description id, imp_… */
            importId: string | null;
            /** @description of a statement recorded by hand: why it is one, though extraction did not find it */
            recordingReason: string | null;
            digest: string;
            recordedAt: components["schemas"]["Instant"];
            /** @description what stands here is disputed, or was; newest first */
            disputes: components["schemas"]["DisputeMark"][];
        };
        Share: {
            /** @description id, opt_… */
            optionId: string;
            probability: components["schemas"]["Probability"];
        };
        /** @description 0 to 1 */
        Probability: number;
        Moment: {
            earliest: components["schemas"]["Instant"];
            latest: components["schemas"]["Instant"];
        };
        /**
         * Format: date-time
         * @description ISO 8601, UTC, milliseconds
         */
        Instant: string;
        DisputeMark: {
            /** @description id, dsp_… */
            id: string;
            /** @enum {string} */
            about: "candidate" | "prediction" | "resolution" | "byline";
            /** @enum {string} */
            status: "received" | "open" | "upheld" | "rejected" | "dismissed";
            ruleBy: components["schemas"]["Instant"];
            ruling: components["schemas"]["DisputeRuling"];
        };
        DisputeRuling: {
            /** @description id, rul_… */
            id: string;
            /** @enum {string} */
            verdict: "upheld" | "rejected" | "dismissed";
            reason: string;
            /** @description the entry of the log that an upheld dispute about an outcome led to */
            resolutionId: string | null;
            /** @description true = ruled by who had decided what is disputed, or gave the second opinion, there being nobody else who may */
            sameHand: boolean;
            recordedAt: components["schemas"]["Instant"];
        } | null;
        FlaggedResolution: {
            /** @description id, res_… */
            id: string;
            /** @description id, qst_… */
            questionId: string;
            position: number;
            /**
             * @description `…-version`: of an older version, on its own terms
             * @enum {string}
             */
            step: "close" | "settle" | "void" | "reopen" | "close-version" | "settle-version" | "reopen-version";
            /** @description of a settlement: the version judged; of a step of one version: which */
            versionId: string | null;
            outcome: ("yes" | "no") | string | null;
            /** @enum {string|null} */
            voidReason: "annulled" | "ambiguous" | "not-applicable" | null;
            /** @description id, evd_… */
            decidingEvidenceId: string | null;
            /** @description id, prp_… */
            proposalId: string | null;
            decider: string;
            rules: string;
            reason: string;
            evidence: components["schemas"]["Evidence"][];
            evidenceDigest: string;
            digest: string;
            recordedAt: components["schemas"]["Instant"];
            /** @description what stands here is disputed, or was; newest first */
            disputes: components["schemas"]["DisputeMark"][];
        };
        Evidence: {
            /** @description id, evd_… */
            id: string;
            /** @description id, qst_… */
            questionId: string;
            /** @enum {string} */
            kind: "report" | "figure" | "coverage" | "search-statement";
            /** @enum {string} */
            bearing: "shows" | "excludes" | "none";
            /** @description categorical questions: the option it bears on */
            optionId: string | null;
            /** @description id, evt_… */
            eventId: string | null;
            /** @description id, src_… */
            sourceId: string | null;
            /** @description id, cmt_… */
            commentaryId: string | null;
            quote: string | null;
            url: string | null;
            /**
             * Format: date
             * @description coverage and search statements: read through this day
             */
            readThrough: string | null;
            /** @description coverage: the lag of the source, as it was stated when this was recorded */
            reportingLagDays: number | null;
            /** @description search statements: where was looked and what was not found */
            statement: string | null;
            recordedAt: components["schemas"]["Instant"];
        };
        QuestionVersion: {
            /** @description id, qsv_… */
            id: string;
            /** @description id, qst_… */
            questionId: string;
            version: number;
            /** @description as first stated, never rewritten */
            wording: string;
            criteria: string;
            /** @enum {string} */
            orientation: "as-worded" | "opposite";
            condition: string | null;
            trigger: components["schemas"]["Trigger"];
            windowStart: components["schemas"]["Day"];
            /**
             * Format: date
             * @description last day of the window, end of day UTC; null = no end
             */
            windowEnd: string | null;
            /** @enum {string} */
            windowZone: "UTC";
            /** @enum {string} */
            windowSource: "stated" | "rule" | "default";
            /** @enum {string} */
            resolver: "manual" | "rules";
            /** @description the rules, in the order in which they are tried */
            resolvers: components["schemas"]["Resolver"][];
            /**
             * Format: date-time
             * @description the submitted forecast standing then is the one scored
             */
            referenceAt: string | null;
            criteriaFixedAt: components["schemas"]["Instant"];
            criteriaSource: string | null;
            /** @description why it follows the version before it; null for the first */
            reason: string | null;
            recordedAt: components["schemas"]["Instant"];
        };
        /** @description the question that must come out so; else this one is not applicable */
        Trigger: {
            /** @description id, qst_… */
            questionId: string;
            /** @description the newest version of that question when it was named */
            versionId: string;
            /**
             * @description of the positive event of that version
             * @enum {string}
             */
            outcome: "yes" | "no";
            /** @description true: only what surely happened after the trigger came true shows this one; false: its window alone decides */
            gates: boolean;
        } | null;
        /**
         * Format: date
         * @description calendar day, YYYY-MM-DD, 1900 to 2199
         */
        Day: string;
        Resolver: components["schemas"]["ByEventResolver"] | components["schemas"]["FeedResolver"] | components["schemas"]["SilenceResolver"] | components["schemas"]["JudgeResolver"];
        /** @description a recorded event of this kind that names all of these entities */
        ByEventResolver: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "by-event";
            entities: string[];
            eventKind: string;
            /**
             * @description towards the positive event
             * @default shows
             * @enum {string}
             */
            bearing?: "shows" | "excludes";
            /**
             * @description after-window: an event after the end that says it had not come: a first opening in October
             * @default in-window
             * @enum {string}
             */
            when?: "in-window" | "after-window";
            /**
             * @description true: what it finds settles at once where the evidence carries it; false: it proposes, a person settles
             * @default false
             */
            settles?: boolean;
        };
        /** @description a value of a JSON or CSV document, with the day that it speaks for */
        FeedResolver: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "feed";
            /** Format: uri */
            url: string;
            select: components["schemas"]["FeedSelection"];
            /** @enum {string} */
            operator: "<" | "<=" | "=" | ">=" | ">" | "exists";
            threshold?: number | string;
            /** @enum {string} */
            when: "within" | "by-deadline" | "at-deadline";
            /**
             * @description how long after a day its value may still come or change
             * @default 0
             */
            reportingLagDays?: number;
            /** @default false */
            settles?: boolean;
        };
        /** @description where the value stands, and the day that it speaks for */
        FeedSelection: {
            /** @enum {string} */
            format: "json";
            value: string;
            asOf: string;
        } | {
            /** @enum {string} */
            format: "csv";
            value: string;
            asOf: string;
            row: ("first" | "last") | {
                column: string;
                equals: string;
            };
        };
        /** @description "no" when all of these sources are read past the window and their lag, and nothing matched */
        SilenceResolver: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "silence";
            sourceIds: string[];
            /**
             * @description true: what it finds settles at once where the evidence carries it; false: it proposes, a person settles
             * @default false
             */
            settles?: boolean;
        };
        /** @description a language model, asked what later passages show; it only ever proposes */
        JudgeResolver: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "judge";
            /**
             * @default false
             * @enum {boolean}
             */
            settles?: false;
        };
        QuestionOption: {
            /** @description id, opt_… */
            id: string;
            /** @description id, qst_… */
            questionId: string;
            position: number;
            label: string;
            /** @description the catch-all: whatever is no named option */
            isOther: boolean;
            /** @description why it was added; null for the first ones */
            reason: string | null;
            recordedAt: components["schemas"]["Instant"];
        };
        TopicChange: {
            /** @description id, tpc_… */
            id: string;
            /** @description id, qst_… */
            questionId: string;
            /** @description the first change of its question is 1 */
            position: number;
            topic: components["schemas"]["TopicSlug"];
            /** @enum {string} */
            act: "added" | "removed";
            reason: string;
            /** @description true: the question had been decided by then, so the outcome may have been known */
            afterDecision: boolean;
            digest: string;
            recordedAt: components["schemas"]["Instant"];
        };
        /** @description lower case, hyphens */
        TopicSlug: string;
        Baseline: {
            /** @description id, bsl_… */
            id: string;
            /** @description id, qst_… */
            questionId: string;
            /** @description id, qsv_… */
            versionId: string;
            /** @enum {string} */
            kind: "base-rate" | "market" | "crowd" | "status-quo";
            /** @description of the positive event of this version */
            probability: number;
            /** @description when it stood so */
            at: {
                earliest: components["schemas"]["Instant"];
                latest: components["schemas"]["Instant"];
            };
            /** @description what it was read from or reckoned by */
            source: string;
            url: string | null;
            /** @description SHA-256 of the archived copy */
            archiveSha256: string | null;
            /** @description the one whose place it takes */
            corrects: string | null;
            /** @description why that was wrong */
            reason: string | null;
            /** @description the one that took its place; null = it stands */
            correctedBy: string | null;
            digest: string;
            recordedAt: components["schemas"]["Instant"];
        };
        Event: {
            /** @description id, evt_… */
            id: string;
            title: string;
            /** @description what sort of event: rate-decision */
            kind: string | null;
            /** @description who and what it is about */
            entities: string[];
            happened: components["schemas"]["Moment"];
            published: components["schemas"]["Moment"];
            /** @description id, src_… */
            sourceId: string | null;
            /** @description id, cmt_… */
            commentaryId: string | null;
            quote: string | null;
            url: string | null;
            /** @description SHA-256 of the archived copy */
            archiveSha256: string | null;
            recordedAt: components["schemas"]["Instant"];
        };
        Commentary: {
            /** @description id, cmt_… */
            id: string;
            title: string | null;
            url: string | null;
            /** @description id, src_… */
            sourceId: string | null;
            publisher: string | null;
            /**
             * Format: date
             * @description best estimate; anchors windows
             */
            publishedOn: string;
            /** @description bounds; judge whether it came before an event */
            published: {
                earliest: components["schemas"]["Instant"];
                latest: components["schemas"]["Instant"];
            };
            language: string;
            contentSha256: string;
            bylines: {
                /** @description id, aut_… */
                id: string;
                name: string;
                slug: string;
                /** @enum {string} */
                kind: "person" | "organisation" | "model" | "unattributed";
            }[];
            recordedAt: components["schemas"]["Instant"];
        };
        PublicExtractionRun: {
            /**
             * @description as configured; `fallback` says when it was not used
             * @enum {string}
             */
            mode: "built-in" | "model" | "hybrid";
            model: string | null;
            promptVersion: string | null;
            /** @description what the model said that was not taken */
            refused: {
                /** @enum {string} */
                reason: "quote-not-in-text" | "quote-ambiguous" | "quote-length" | "no-words-of-likelihood" | "claimant-not-in-text" | "claimant-missing" | "hedge-not-in-text" | "window-not-in-text" | "window-without-time" | "condition-not-in-text" | "unknown-candidate" | "judged-twice" | "judged-no-prediction" | "too-many";
                count: number;
            }[];
            /** @description not null: why the text was not searched, such as its language; it has no candidates then */
            withheld: string | null;
            textVersion: number;
            recordedAt: components["schemas"]["Instant"];
            extractorVersion: string;
            lexiconVersion: string;
            /**
             * @description not null: why the candidates are those of the built-in extractor, though a model is configured
             * @enum {string|null}
             */
            fallback: "misconfigured" | "unauthorised" | "rate-limited" | "rejected" | "unavailable" | "timeout" | "truncated" | "malformed" | null;
        };
        PublicDocumentReading: {
            textVersion: number;
            /** @enum {string} */
            reader: "text-1" | "html-1" | "markdown-1";
            /**
             * @description what it was read as
             * @enum {string}
             */
            mediaType: "text/plain" | "text/html" | "text/markdown";
            /** @description BCP 47, detected in the prose or else declared */
            language: string;
            published: components["schemas"]["StatedPublication"];
            topics: string[];
            taken: ("publishedOn" | "title" | "bylines" | "publisher" | "language" | "url")[];
            recordedAt: components["schemas"]["Instant"];
        };
        StatedPublication: {
            on: components["schemas"]["Day"];
            earliest: components["schemas"]["Day"];
            latest: components["schemas"]["Day"];
            evidence: string;
        } | null;
        FlaggedCandidate: {
            quote: string;
            start: number;
            end: number;
            /** @description as the text names them; null = the author of the piece, or somebody whom the text does not name */
            claimant: string | null;
            /** @description what the text says they are ("chief executive of the port"); null when it says nothing or they are no person */
            claimantRole: string | null;
            /** @enum {string} */
            attribution: "own" | "quoted" | "reported";
            /** @enum {string} */
            directness: "verbatim" | "paraphrase";
            /** @description the lexicon's phrase id, or `micro:<millionths>` for a stated number */
            phrase: string;
            /** @description the words of likelihood as they stand in the text, empty for a bare will */
            hedge: string;
            /**
             * @description `+` said of the positive event, `-` of its opposite
             * @enum {string}
             */
            polarity: "+" | "-";
            weakHedge: boolean;
            probability: components["schemas"]["ProbabilityRange"];
            window: components["schemas"]["Window"];
            /** @description the claim to be read on its own; the quote where nothing was to be resolved */
            claim: string;
            /** @description the sentence of the text that the claim leans on, if it leans */
            context: string | null;
            /** @description exact words of the text */
            condition: string | null;
            /** @enum {string|null} */
            conditionKind: "condition" | "trigger" | "until" | "concessive" | null;
            /** @enum {string} */
            orientation: "as-worded" | "opposite";
            /** @enum {string} */
            kind: "event" | "state" | "vague" | "counterfactual" | "normative";
            /** @enum {string} */
            verifiability: "checkable" | "arguable" | "unverifiable";
            /** @description false = listed, never scored */
            scorable: boolean;
            /** @description why it is listed but not scored, or graded as it is */
            reasons: string[];
            /** @description id, cnd_… */
            id: string;
            /** @description id, cmt_… */
            commentaryId: string;
            textVersion: number;
            extractorVersion: string;
            lexiconVersion: string;
            /** @enum {string} */
            status: "pending" | "accepted" | "rejected" | "split" | "withdrawn";
            /** @description the candidate that a reviewer split it from */
            partOf: string | null;
            /** @description how many have judged it, each without the others: 1 until there is a second opinion */
            reviewers: number;
            /** @description the review that stands */
            reviewId: string | null;
            reviewReason: string | null;
            /** @description of the review that stands */
            corrections: {
                claim?: {
                    from: string;
                    to: string;
                };
                phrase?: {
                    from: string;
                    to: string;
                };
                polarity?: {
                    /** @enum {string} */
                    from: "+" | "-";
                    /** @enum {string} */
                    to: "+" | "-";
                };
                orientation?: {
                    /** @enum {string} */
                    from: "as-worded" | "opposite";
                    /** @enum {string} */
                    to: "as-worded" | "opposite";
                };
                window?: {
                    from: components["schemas"]["Window"];
                    to: components["schemas"]["Window"];
                };
                attribution?: {
                    /** @enum {string} */
                    from: "own" | "quoted" | "reported";
                    /** @enum {string} */
                    to: "own" | "quoted" | "reported";
                };
                directness?: {
                    /** @enum {string} */
                    from: "verbatim" | "paraphrase";
                    /** @enum {string} */
                    to: "verbatim" | "paraphrase";
                };
                claimant?: {
                    from: string | null;
                    to: string | null;
                };
            } | null;
            /** @description id, prd_… */
            predictionId: string | null;
            /** @description the earlier claim of its author that it was matched with */
            match: {
                /** @description of the claims as worded; 1 = the same words */
                similarity: number;
                /**
                 * @description same question, same family, worth a look, or neither
                 * @enum {string}
                 */
                verdict: "same" | "family" | "related" | "other";
                /** @description one says what the other denies */
                opposed: boolean;
                differs: ("names" | "words" | "direction" | "roles" | "again" | "reference" | "too-little" | "figures" | "condition" | "horizon")[];
                /** @description id, mtc_… */
                id: string;
                /**
                 * @description joined that question, a new one of its family, or a new one
                 * @enum {string}
                 */
                did: "joined" | "family" | "new";
                /** @enum {string} */
                decidedBy: "rule" | "reviewer";
                /** @description the question of the earlier claim */
                questionId: string;
                reason: string;
                rules: string;
                recordedAt: components["schemas"]["Instant"];
            } | null;
            recordedAt: components["schemas"]["Instant"];
            /** @description what stands here is disputed, or was; newest first */
            disputes: components["schemas"]["DisputeMark"][];
        };
        ProbabilityRange: {
            low: components["schemas"]["Probability"];
            mid: components["schemas"]["Probability"];
            high: components["schemas"]["Probability"];
        };
        Window: {
            /** @description the words of time, empty for the default */
            text: string;
            start: components["schemas"]["Day"] | null;
            end: components["schemas"]["Day"] | null;
            /** @enum {string} */
            source: "stated" | "rule" | "default";
        } | null;
        EventCandidate: {
            quote: string;
            start: number;
            end: number;
            /** @description the proposition to be read on its own, at most 300 characters */
            title: string;
            /** @description false = the text says that it did not happen */
            occurred: boolean;
            /**
             * Format: date
             * @description first day on which it may have happened; null = not told
             */
            earliest: string | null;
            /**
             * Format: date
             * @description last such day, never after publication
             */
            latest: string;
            /** @enum {string} */
            dateSource: "stated" | "rule" | "undated";
            /** @description the words of time as they stand in the text, empty for undated */
            dateWords: string;
            /** @description the names in it, as the text writes them in full */
            entities: string[];
            /** @description the lemma of what happened */
            verb: string;
            /** @enum {string} */
            attribution: "own" | "quoted" | "reported";
            /** @enum {string} */
            directness: "verbatim" | "paraphrase";
            /** @description who reports it; null = the author, or nobody by name */
            claimant: string | null;
            /** @description what a reviewer should know of how it was read */
            reasons: string[];
            /** @description id, evc_… */
            id: string;
            /** @description id, cmt_… */
            commentaryId: string;
            textVersion: number;
            factsVersion: string;
            /** @enum {string} */
            status: "pending" | "accepted" | "rejected";
            reviewReason: string | null;
            /** @description the event that it was accepted as, or joined */
            eventId: string | null;
            recordedAt: components["schemas"]["Instant"];
        };
        Coverage: {
            /** @description id, cov_… */
            id: string;
            /** @description id, src_… */
            sourceId: string;
            readThrough: components["schemas"]["Day"];
            recordedAt: components["schemas"]["Instant"];
        };
        ScoreChange: {
            /** @description id, scc_… */
            id: string;
            /** @description id, qst_… */
            questionId: string;
            /** @description the last entry of the log that the correction appended */
            resolutionId: string | null;
            /** @description the ruling that took statements out of the scores, where nothing was appended to the log */
            rulingId: string | null;
            /** @description id, aut_… */
            authorId: string;
            /** @enum {string} */
            timing: "prospective" | "retrospective";
            /** @enum {string} */
            voice: "own" | "quoted";
            before: components["schemas"]["ScoreStanding"];
            after: components["schemas"]["ScoreStanding"];
            /** @description mean Brier after less before; negative is better; of what was settled, so while something is pending compare the bounds too */
            delta: number | null;
            scoringRules: string;
            lexiconVersion: string;
            digest: string;
            recordedAt: components["schemas"]["Instant"];
        };
        ScoreStanding: {
            n: number;
            families: number;
            /** @description positive events; null where nothing is scored */
            hits: number | null;
            /** @description of what is settled, 0 best, 1 worst; null where the minimum of families withholds it; see bounds */
            brier: number | null;
            /** @description due and not settled at the same moment; null in what was recorded before it was kept */
            pending: number | null;
            /** @description where the mean Brier could still end once all that is pending is settled; both are brier where nothing is; null as brier and pending */
            bounds: {
                lowest: number;
                highest: number;
            } | null;
        };
        Dispute: {
            /** @description id, dsp_… */
            id: string;
            subject: components["schemas"]["DisputeSubject"];
            /** @description the question it touches, if one */
            questionId: string | null;
            /** @enum {string} */
            role: "judged-author" | "other";
            /** @description null until it is confirmed that it comes from who it says, and once they were redacted */
            grounds: string | null;
            /** @description true = its grounds were taken out; GET /v1/redactions says why */
            redacted: boolean;
            /** @enum {string} */
            status: "received" | "open" | "upheld" | "rejected" | "dismissed";
            /**
             * Format: date-time
             * @description it is ruled by then
             */
            ruleBy: string;
            /** @description of the judged author, oldest first */
            replies: components["schemas"]["DisputeReply"][];
            ruling: components["schemas"]["DisputeRuling"];
            digest: string;
            recordedAt: components["schemas"]["Instant"];
        };
        /** @description a resolution is one entry of the log that settles or voids */
        DisputeSubject: {
            /** @enum {string} */
            kind: "candidate";
            /** @description id, cnd_… */
            candidateId: string;
        } | {
            /** @enum {string} */
            kind: "prediction";
            /** @description id, prd_… */
            predictionId: string;
        } | {
            /** @enum {string} */
            kind: "resolution";
            /** @description id, res_… */
            resolutionId: string;
        } | {
            /** @enum {string} */
            kind: "byline";
            /** @description id, cmt_… */
            commentaryId: string;
            /** @description id, aut_… */
            authorId: string;
        };
        /** @description a reply of the judged author */
        DisputeReply: {
            /** @description id, rpl_… */
            id: string;
            /** @description null once it was redacted */
            text: string | null;
            /** @description false = shown to reviewers alone */
            confirmed: boolean;
            digest: string;
            recordedAt: components["schemas"]["Instant"];
        };
        Excluded: {
            /** @description id, exc_… */
            id: string;
            /** @description id, prd_… */
            predictionId: string;
            /** @description id, qst_… */
            questionId: string;
            /** @description id, aut_… */
            authorId: string;
            /** @description id, rul_… */
            rulingId: string;
            /** @description id, dsp_… */
            disputeId: string;
            reason: string;
            recordedAt: components["schemas"]["Instant"];
        };
        Redaction: {
            /** @description id, rdc_… */
            id: string;
            subject: components["schemas"]["RedactionSubject"];
            /**
             * @description what was taken out of it
             * @enum {string}
             */
            field: "text" | "grounds";
            /** @description SHA-256 of salt and value; null for a commentary, whose text stood in no fact */
            fieldDigest: string | null;
            reason: string;
            digest: string;
            recordedAt: components["schemas"]["Instant"];
        };
        RedactionSubject: {
            /** @enum {string} */
            kind: "commentary";
            /** @description id, cmt_… */
            id: string;
        } | {
            /** @enum {string} */
            kind: "dispute";
            /** @description id, dsp_… */
            id: string;
        } | {
            /** @enum {string} */
            kind: "dispute-reply";
            /** @description id, rpl_… */
            id: string;
        };
        Erasure: {
            /** @description id, ers_… */
            id: string;
            /** @description facts that name `person:` and this id were recorded by it */
            personId: string;
            /**
             * @description self: whoever had the account
             * @enum {string}
             */
            by: "self" | "administrator";
            digest: string;
            recordedAt: components["schemas"]["Instant"];
        };
        /** @description what was merged into what, and what was split again */
        AuthorLink: {
            /** @description id, aul_… */
            id: string;
            /** @description the record that is merged or split */
            authorId: string;
            /** @description the first link of its record is 1 */
            position: number;
            /** @enum {string} */
            act: "merge" | "split";
            /** @description the record that it is merged into, or was split from */
            otherId: string;
            reason: string;
            digest: string;
            recordedAt: components["schemas"]["Instant"];
        };
        CollectionMembership: {
            /** @description id, col_… */
            collectionId: string;
            /** @description id, cmt_… */
            commentaryId: string | null;
            /** @description id, qst_… */
            questionId: string | null;
        };
        WebhookTestMessage: {
            /** @enum {string} */
            type: "test";
            timestamp: components["schemas"]["Instant"];
            /** @description id, whk_… */
            webhookId: string;
            /** @description it has no place among the others */
            sequence: null;
            data: {
                text: string;
            };
        };
        Health: {
            /** @enum {string} */
            status: "ok";
            /**
             * @description it is for practice: everything in it is fictional
             * @enum {boolean}
             */
            sandbox?: true;
        };
        /** @description RFC 9457 problem details */
        Problem: {
            /** @description link to the meaning of the code */
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal";
            detail: string;
            /** @description what to do about it */
            remedy: string;
            fields: {
                field: string;
                detail: string;
            }[];
            /** @description what stands instead, where somebody else was first */
            stands?: {
                /** @enum {string} */
                kind: "resolution" | "version" | "proposal" | "review";
                id: string;
                /** @description in the log, the number of the version, or among the reviews */
                position: number | null;
                step: string | null;
                outcome: string | null;
                voidReason: string | null;
                /** @description who decided */
                by: string | null;
                reason: string | null;
                recordedAt: components["schemas"]["Instant"];
            };
            requestId: string;
        };
        Readiness: {
            /**
             * @description degraded: it answers, but a job is not on time, nothing can be recorded, or the replica does not answer or is none
             * @enum {string}
             */
            status: "ok" | "degraded";
            /**
             * @description nothing can be recorded until there is room; reads go on
             * @enum {string}
             */
            disk?: "full";
            /** @description of the standby that public reads may go to, where there is one */
            replica?: {
                /**
                 * @description ok: public reads go to it; behind: it does not hold yet what the primary held a moment ago; away: it does not answer; other: it is no standby of this database; unknown: the primary does not say how far it is. The primary answers for one that is not ok
                 * @enum {string}
                 */
                state: "ok" | "behind" | "away" | "other" | "unknown";
                /** @description how far its ledger goes */
                position: number;
            };
            jobs: {
                /** @enum {string} */
                name: "answer-requests" | "check-counts" | "close-due-questions" | "keep-reports" | "poll-feeds" | "read-passages" | "resolve-questions" | "seal-facts" | "deliver-webhooks" | "write-exports" | "write-reports";
                /**
                 * @description late: an appointed moment passed without a run; failing: the last run that is over failed or was abandoned
                 * @enum {string}
                 */
                state: "on-time" | "late" | "failing" | "never-ran";
                /** @description appointed moments that passed without a run since the last one */
                missed: number;
                lastSuccessAt: components["schemas"]["Instant"] | null;
            }[];
        };
        KeyWithSecret: {
            key: components["schemas"]["ApiKey"];
            /** @description hck_…, shown this once; only its SHA-256 is kept */
            secret: string;
        };
        ApiKey: {
            /** @description id, key_… */
            id: string;
            name: string;
            /** @description the first characters of the key, to tell keys apart */
            prefix: string;
            scopes: ("read" | "submit" | "review" | "resolve" | "admin")[];
            /** @description a program forecasts with it: its authors and predictions are marked so */
            bot: boolean;
            /** @description who made it: `host` (the command line), the id of a key, or `person:` with that of a person */
            owner: string;
            recordedAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"] | null;
            revokedAt: components["schemas"]["Instant"] | null;
            /**
             * Format: date-time
             * @description until when the secret before the last rotation works too; null: it does not
             */
            previousUntil: string | null;
            /**
             * Format: date-time
             * @description to the minute; null: never
             */
            lastUsedAt: string | null;
        };
        CreateKey: {
            name: string;
            scopes: ("read" | "submit" | "review" | "resolve" | "admin")[];
            /**
             * Format: date-time
             * @description from when on it is refused; null: never, or when the key ends that makes it
             * @default null
             */
            expiresAt?: string | null;
            /**
             * @description a program forecasts with it: the authors that it registers and what it submits are marked so. For good
             * @default false
             */
            bot?: boolean;
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            next: string | null;
        };
        HeldKey: {
            key: components["schemas"]["ApiKey"];
            /** @description as whom its forecasts are taken; nobody where it lacks the scope submit */
            submitsAs: {
                /** @description an admin submits as every author */
                any: boolean;
                /** @description those registered with it, at most 200 */
                authors: components["schemas"]["Author"][];
                /** @description there are more than are told */
                more: boolean;
            };
        };
        /** @description Anyone whose foresight is scored */
        Author: {
            /** @description id, aut_… */
            id: string;
            name: string;
            slug: string;
            /** @enum {string} */
            kind: "person" | "organisation" | "model" | "unattributed";
            /** @description registered with a key that is marked as a bot’s */
            bot: boolean;
            recordedAt: components["schemas"]["Instant"];
        };
        RotateKey: {
            /**
             * @description how long the secret before works on, in hours; 0: it ends at once
             * @default 0
             */
            overlapHours?: number;
        };
        RevokedKeys: {
            key: components["schemas"]["ApiKey"];
            /** @description those that were made with it */
            alsoRevoked: components["schemas"]["ApiKey"][];
        };
        RevokeKey: {
            /**
             * @description also every key that was made with it, and with those
             * @default false
             */
            withMade?: boolean;
        };
        Person: {
            /** @description id, psn_… */
            id: string;
            name: string;
            email: string;
            scopes: ("read" | "submit" | "review" | "resolve" | "admin")[];
            /** @description true = may not sign in, and all keys are revoked */
            banned: boolean;
            banReason: string | null;
            recordedAt: components["schemas"]["Instant"];
        };
        PersonExport: {
            exportedAt: components["schemas"]["Instant"];
            account: components["schemas"]["Person"];
            /** @description where they are or were signed in */
            sessions: components["schemas"]["KeptSession"][];
            /** @description those that they made, and those made with these; never a secret or its hash */
            keys: components["schemas"]["ApiKey"][];
            /** @description links that work once: made for them, or by them */
            links: components["schemas"]["KeptLink"][];
            /** @description what their keys follow */
            webhooks: components["schemas"]["Webhook"][];
            /** @description feeds that they added */
            feeds: components["schemas"]["Feed"][];
            /** @description authors that they registered */
            authors: components["schemas"]["Author"][];
            /** @description how to reach them, as they left it with disputes and replies */
            contacts: components["schemas"]["KeptContact"][];
            /** @description questions that they hold */
            work: components["schemas"]["HeldQuestion"][];
            /** @description requests of theirs whose first answer is kept, for a day */
            answers: components["schemas"]["KeptAnswer"][];
            /** @description requests of theirs that are done later */
            requests: components["schemas"]["KeptRequest"][];
            /** @description bulk loads that hold forecasts which they sent */
            imports: components["schemas"]["Import"][];
            /** @description outcomes that they proposed */
            proposals: components["schemas"]["Proposal"][];
            /** @description reviews, opinions, predictions, decisions, disputes and all else of the ledger */
            facts: components["schemas"]["OwnFact"][];
        };
        KeptSession: {
            /** @description id, ses_… */
            id: string;
            /** @description id, psn_… */
            personId: string;
            /** @description from where, of IPv6 the /64 network */
            address: string;
            userAgent: string;
            recordedAt: components["schemas"]["Instant"];
            lastUsedAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
        };
        KeptLink: {
            id: string;
            /** @enum {string} */
            kind: "invitation" | "reset";
            /** @description null where they made it for somebody else */
            email: string | null;
            /** @description what an invitation gives; null for a reset */
            scopes: ("read" | "submit" | "review" | "resolve" | "admin")[] | null;
            madeBy: string;
            /** @description whom it is for, or whom it made */
            personId: string | null;
            recordedAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            usedAt: components["schemas"]["Instant"] | null;
            revokedAt: components["schemas"]["Instant"] | null;
        };
        Webhook: {
            /** @description id, whk_… */
            id: string;
            name: string;
            url: string;
            /** @description the kinds of fact; none: all */
            kinds: ("author-link" | "commentary" | "place" | "extraction-run" | "reading" | "review" | "second-opinion" | "match" | "version" | "option" | "topic" | "baseline" | "prediction" | "event" | "event-review" | "evidence" | "coverage" | "resolution" | "score-change" | "dispute" | "dispute-reply" | "dispute-confirmation" | "dispute-ruling" | "exclusion" | "redaction" | "erasure" | "collection-commentary" | "collection-question")[];
            /** @description about the author whom this record counts for when the fact is read, or a question they have spoken on; the record that was asked for, merged or not */
            authorId: string | null;
            /** @description id, qst_… */
            questionId: string | null;
            /** @description about a question that has this topic when the fact is read */
            topic: string | null;
            /** @description about a question or commentary of it */
            collectionId: string | null;
            /** @description the id of the key that made it */
            owner: string;
            /** @enum {string} */
            status: "active" | "paused" | "ended";
            /**
             * @description why it is not active
             * @enum {string|null}
             */
            statusReason: "owner" | "failing" | "key-ended" | "gone" | null;
            /**
             * Format: date-time
             * @description until when the secret before the last rotation signs too
             */
            previousUntil: string | null;
            /** @description the ledger is read for it through here */
            position: number;
            /** @description the sequence of its last delivery; 0: none yet */
            sequence: number;
            counts: components["schemas"]["WebhookCounts"];
            /** @description attempts in a row that failed */
            failures: number;
            /**
             * Format: date-time
             * @description since when none got through
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description nothing is sent before: its host asked for that, or keeps failing
             */
            heldUntil: string | null;
            lastError: string | null;
            lastDeliveredAt: components["schemas"]["Instant"] | null;
            recordedAt: components["schemas"]["Instant"];
        };
        /** @description of all time: they stay when the log is pruned */
        WebhookCounts: {
            /** @description deliveries that wait, for the first time or again */
            pending: number;
            /** @description taken with 2xx, replays counted again */
            delivered: number;
            /** @description given up, replays counted again */
            dead: number;
            attempts: number;
        };
        Feed: {
            /** @description id, fed_… */
            id: string;
            url: string;
            /** @description as the feed names itself; null before the first poll */
            title: string | null;
            /** @description named for pieces whose page names none */
            publisher: string | null;
            /** @description id, col_… */
            collectionId: string | null;
            /** @enum {string} */
            status: "active" | "paused" | "gone";
            etag: string | null;
            lastModified: string | null;
            nextPollAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description when it last answered, with news or without
             */
            polledAt: string | null;
            /** @description polls that failed since it last answered */
            failures: number;
            lastError: components["schemas"]["KeptProblem"];
            recordedAt: components["schemas"]["Instant"];
        };
        KeptProblem: {
            /** @enum {string} */
            code: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal";
            detail: string;
            remedy: string;
        } | null;
        KeptContact: {
            /** @description id, dsp_… */
            disputeId: string;
            /** @description id, rpl_… */
            replyId: string | null;
            contact: string;
            recordedAt: components["schemas"]["Instant"];
        };
        HeldQuestion: {
            /** @description under which name of theirs: `person:psn_…`, or a key of their line */
            by: string;
            /** @description id, qst_… */
            questionId: string;
            until: components["schemas"]["Instant"];
        };
        KeptAnswer: {
            /** @description under which name of theirs: `person:psn_…`, or a key of their line */
            by: string;
            /** @description the Idempotency-Key */
            key: string;
            /** @description of the answer; null while the request runs */
            status: number | null;
            recordedAt: components["schemas"]["Instant"];
        };
        KeptRequest: {
            /** @description under which name of theirs: `person:psn_…`, or a key of their line */
            by: string;
            /** @description id, dfr_… */
            id: string;
            address: string;
            recordedAt: components["schemas"]["Instant"];
            endedAt: components["schemas"]["Instant"] | null;
        };
        /** @description a bulk load, and what a reader must know of it */
        Import: {
            /** @description id, imp_… */
            id: string;
            name: string;
            source: string;
            licence: string;
            note: string;
            recordedAt: components["schemas"]["Instant"];
        };
        Proposal: {
            /** @description id, prp_… */
            id: string;
            /** @description id, qst_… */
            questionId: string;
            outcome: components["schemas"]["Outcome"];
            rationale: string;
            /** @enum {string} */
            status: "pending" | "settled" | "declined";
            reason: string | null;
            /**
             * @description the kind of rule that proposed it; null: a person or a key
             * @enum {string|null}
             */
            resolver: "by-event" | "feed" | "silence" | "judge" | null;
            /** @description the version of the rules */
            rules: string | null;
            inputs: components["schemas"]["ResolverInputs"];
            evidence: components["schemas"]["Evidence"][];
            recordedAt: components["schemas"]["Instant"];
            decidedAt: components["schemas"]["Instant"] | null;
        };
        /** @description of the positive event, or the id of the option that came */
        Outcome: ("yes" | "no") | string;
        /** @description what the rule that proposed this had read */
        ResolverInputs: {
            /** @description id, qsv_… */
            versionId: string;
            /** @description of the rule in the version */
            position: number;
            eventIds?: string[];
            reading?: {
                url: string;
                archiveSha256: string;
                asOf: components["schemas"]["Moment"];
                value: string;
                fetchedAt: components["schemas"]["Instant"];
            };
            coverage?: {
                /** @description id, src_… */
                sourceId: string;
                readThrough: string;
                /** @description of the source, by which it was read far enough */
                reportingLagDays?: number;
            }[];
            /** @description the model that was asked, and the passages that it was shown */
            judgement?: {
                model: string;
                promptVersion: string;
                passages: {
                    passageId: string;
                    /** @description id, cmt_… */
                    commentaryId: string;
                    textVersion: number;
                    start: number;
                    end: number;
                    /** @description of its words */
                    sha256: string;
                }[];
            };
        } | null;
        OwnFact: {
            /** @enum {string} */
            kind: "author-link" | "commentary" | "place" | "extraction-run" | "reading" | "review" | "second-opinion" | "match" | "version" | "option" | "topic" | "baseline" | "prediction" | "event" | "event-review" | "evidence" | "coverage" | "resolution" | "score-change" | "dispute" | "dispute-reply" | "dispute-confirmation" | "dispute-ruling" | "exclusion" | "redaction" | "erasure";
            id: string;
            /** @description under which name of theirs: `person:psn_…`, or a key of their line */
            by: string;
            /** @description as they were recorded; salts are left out */
            fields: {
                [key: string]: unknown;
            };
        };
        EraseOwnPerson: {
            /**
             * Format: email
             * @description the mail address of the account, typed again
             */
            email: string;
            password: string;
        };
        ErasePerson: {
            /**
             * Format: email
             * @description the mail address of the account, typed again
             */
            email: string;
        };
        ErasurePage: {
            items: components["schemas"]["Erasure"][];
            next: string | null;
        };
        PersonPage: {
            items: components["schemas"]["Person"][];
            next: string | null;
        };
        PersonWithKeys: {
            person: components["schemas"]["Person"];
            /** @description keys of theirs that are refused from now on */
            revokedKeys: components["schemas"]["ApiKey"][];
        };
        ChangeScopes: {
            scopes: ("read" | "submit" | "review" | "resolve" | "admin")[];
        };
        BanPerson: {
            reason: string;
        };
        EndedSessions: {
            /** @description how many there were */
            ended: number;
        };
        ResetLink: {
            /** @description the link on this site, shown this once; it works once */
            path: string;
            expiresAt: components["schemas"]["Instant"];
        };
        InvitationWithLink: {
            invitation: components["schemas"]["Invitation"];
            /** @description the link on this site, shown this once; it works once */
            path: string;
        };
        Invitation: {
            /** @description id, inv_… */
            id: string;
            email: string;
            scopes: ("read" | "submit" | "review" | "resolve" | "admin")[];
            /** @description `host` (the command line), a key or a person */
            madeBy: string;
            /** @description who it made; null: nobody yet */
            personId: string | null;
            recordedAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description null: nobody used it yet
             */
            usedAt: string | null;
            revokedAt: components["schemas"]["Instant"] | null;
        };
        InvitePerson: {
            /**
             * Format: email
             * @description mail address, in lower case
             */
            email: string;
            scopes: ("read" | "submit" | "review" | "resolve" | "admin")[];
            /**
             * @description how long the link works, in hours
             * @default 168
             */
            expiresInHours?: number;
        };
        InvitationPage: {
            items: components["schemas"]["Invitation"][];
            next: string | null;
        };
        RecordedCommentary: {
            commentary: components["schemas"]["Commentary"];
            /** @description false: the same content stood already */
            created: boolean;
            /** @description passages that extraction took for predictions */
            candidates: number;
            /** @description how they were found, when it was recorded; null where that was before runs were kept */
            extraction: {
                /**
                 * @description as configured; `fallback` says when it was not used
                 * @enum {string}
                 */
                mode: "built-in" | "model" | "hybrid";
                model: string | null;
                promptVersion: string | null;
                /** @description not null: the candidates are those of the built-in extractor, because the model failed */
                fallback: {
                    /** @enum {string} */
                    reason: "misconfigured" | "unauthorised" | "rate-limited" | "rejected" | "unavailable" | "timeout" | "truncated" | "malformed";
                    detail: string;
                } | null;
                /** @description what the model said that was not taken */
                refused: {
                    /** @enum {string} */
                    reason: "quote-not-in-text" | "quote-ambiguous" | "quote-length" | "no-words-of-likelihood" | "claimant-not-in-text" | "claimant-missing" | "hedge-not-in-text" | "window-not-in-text" | "window-without-time" | "condition-not-in-text" | "unknown-candidate" | "judged-twice" | "judged-no-prediction" | "too-many";
                    count: number;
                }[];
                usage: components["schemas"]["ModelUsage"];
                /** @description not null: why the text was not searched, such as its language; it has no candidates then */
                withheld: string | null;
            } | null;
            /** @description what the document told and what was taken from it, when it was recorded; null where that was before readings were kept */
            document: {
                /** @enum {string} */
                reader: "text-1" | "html-1" | "markdown-1";
                /**
                 * @description what it was read as
                 * @enum {string}
                 */
                mediaType: "text/plain" | "text/html" | "text/markdown";
                title: string | null;
                bylines: string[];
                publisher: string | null;
                topics: string[];
                canonicalUrl: string | null;
                /** @description BCP 47, detected in the prose or else declared */
                language: string;
                published: components["schemas"]["StatedPublication"];
                taken: ("publishedOn" | "title" | "bylines" | "publisher" | "language" | "url")[];
            } | null;
        };
        ModelUsage: {
            /** @description answers asked of the model for this text, repeats of a bad one included */
            calls: number;
            /** @description answers that were kept from before; they cost nothing */
            cachedCalls: number;
            tokensIn: number;
            tokensOut: number;
            /** @description millionths of a US dollar; null = no price is configured */
            costMicros: number | null;
            /** @description from the first call to the last answer */
            durationMs: number;
        } | null;
        DeferredRequest: {
            /** @description id, dfr_… */
            id: string;
            /** @description where it was sent: path and query */
            address: string;
            /**
             * @description waiting = for its turn, or it is being done; answered = see `answer`, which may be a problem; failed = it broke here as often as it is tried: who runs the server sees why, and may have it tried again
             * @enum {string}
             */
            state: "waiting" | "answered" | "failed";
            recordedAt: components["schemas"]["Instant"];
            /** @description how often it was begun */
            tries: number;
            /**
             * Format: date-time
             * @description when it was answered, or failed
             */
            endedAt: string | null;
            /** @description null: there is none so far, or it is not kept any more */
            answer: {
                status: number;
                /** @description those of the answer that are kept */
                headers: {
                    [key: string]: string;
                };
                /** @description as the request would have been answered at once */
                body: {
                    [key: string]: unknown;
                };
            } | null;
        };
        /**
         * @example {
         *       "text": "The harbour bridge will probably open by the end of March 2031, the council was told.",
         *       "title": "A bridge in sight",
         *       "publishedOn": "2026-10-05",
         *       "publisher": "Harbour Gazette",
         *       "bylines": [
         *         "Ada Quill"
         *       ]
         *     }
         * @example {
         *       "url": "https://example.org/opinion/a-bridge-in-sight"
         *     }
         */
        RecordCommentary: {
            /** @description the whole document, at most 1 MB of plain text or Markdown, or 2.5 MB of HTML; without it `url` is fetched */
            text?: string;
            /**
             * Format: date
             * @description best estimate of the day of publication; may be left out where the document tells it
             */
            publishedOn?: string;
            publishedEarliest?: components["schemas"]["Day"];
            publishedLatest?: components["schemas"]["Day"];
            title?: string;
            /** Format: uri */
            url?: string;
            publisher?: string;
            bylines?: string[];
            /** @description BCP 47; left out: as detected */
            language?: string;
            /** @description id or slug of the collection it is read for */
            collection?: string;
            /**
             * @description left out: as the document begins
             * @enum {string}
             */
            mediaType?: "text/plain" | "text/html" | "text/markdown";
        };
        CommentaryPage: {
            items: components["schemas"]["Commentary"][];
            next: string | null;
        };
        CommentaryDetail: {
            /** @description id, cmt_… */
            id: string;
            title: string | null;
            url: string | null;
            /** @description id, src_… */
            sourceId: string | null;
            publisher: string | null;
            /**
             * Format: date
             * @description best estimate; anchors windows
             */
            publishedOn: string;
            /** @description bounds; judge whether it came before an event */
            published: {
                earliest: components["schemas"]["Instant"];
                latest: components["schemas"]["Instant"];
            };
            language: string;
            contentSha256: string;
            bylines: {
                /** @description id, aut_… */
                id: string;
                name: string;
                slug: string;
                /** @enum {string} */
                kind: "person" | "organisation" | "model" | "unattributed";
            }[];
            recordedAt: components["schemas"]["Instant"];
            /** @description how its candidates were found; null: not kept */
            extraction: {
                /**
                 * @description as configured; `fallback` says when it was not used
                 * @enum {string}
                 */
                mode: "built-in" | "model" | "hybrid";
                model: string | null;
                promptVersion: string | null;
                /** @description what the model said that was not taken */
                refused: {
                    /** @enum {string} */
                    reason: "quote-not-in-text" | "quote-ambiguous" | "quote-length" | "no-words-of-likelihood" | "claimant-not-in-text" | "claimant-missing" | "hedge-not-in-text" | "window-not-in-text" | "window-without-time" | "condition-not-in-text" | "unknown-candidate" | "judged-twice" | "judged-no-prediction" | "too-many";
                    count: number;
                }[];
                /** @description not null: why the text was not searched, such as its language; it has no candidates then */
                withheld: string | null;
                textVersion: number;
                recordedAt: components["schemas"]["Instant"];
                extractorVersion: string;
                lexiconVersion: string;
                /**
                 * @description not null: why the candidates are those of the built-in extractor, though a model is configured
                 * @enum {string|null}
                 */
                fallback: "misconfigured" | "unauthorised" | "rate-limited" | "rejected" | "unavailable" | "timeout" | "truncated" | "malformed" | null;
            } | null;
            /** @description what its document told; null: not kept */
            document: {
                textVersion: number;
                /** @enum {string} */
                reader: "text-1" | "html-1" | "markdown-1";
                /**
                 * @description what it was read as
                 * @enum {string}
                 */
                mediaType: "text/plain" | "text/html" | "text/markdown";
                /** @description BCP 47, detected in the prose or else declared */
                language: string;
                published: components["schemas"]["StatedPublication"];
                topics: string[];
                taken: ("publishedOn" | "title" | "bylines" | "publisher" | "language" | "url")[];
                recordedAt: components["schemas"]["Instant"];
            } | null;
        };
        CommentaryPlaces: {
            items: components["schemas"]["CommentaryPlace"][];
        };
        CommentaryPlace: {
            /** @description id, plc_… */
            id: string;
            /** @description id, cmt_… */
            commentaryId: string;
            /** @description the address asked for */
            askedUrl: string;
            /** @description the address that answered, after redirects */
            url: string;
            /** @description the address the piece is known by */
            canonicalUrl: string;
            /** @description declared as canonical on another site; not believed */
            claimedUrl: string | null;
            status: number;
            mediaType: string | null;
            etag: string | null;
            lastModified: string | null;
            bytesSha256: string;
            /** @enum {string} */
            joinedBy: "new" | "canonical-url" | "bytes" | "text" | "resemblance";
            resemblance: number | null;
            fetchedAt: components["schemas"]["Instant"];
            recordedAt: components["schemas"]["Instant"];
        };
        CommentaryText: {
            version: number;
            /** @description how it was made from what was recorded */
            reader: string;
            text: string;
        };
        CandidatePage: {
            items: components["schemas"]["FlaggedCandidate"][];
            next: string | null;
        };
        Suggestions: {
            rules: string;
            /** @description what accepting does if the reviewer says nothing else; null once it is reviewed */
            wouldBe: {
                /** @enum {string} */
                did: "joined" | "family" | "new";
                /** @description id, qst_… */
                questionId: string | null;
                reason: string;
            } | null;
            /** @description open ones, and those its author has spoken on; best first */
            questions: components["schemas"]["Suggestion"][];
            restatements: components["schemas"]["Restatement"][];
        };
        Suggestion: {
            /** @description of the claims as worded; 1 = the same words */
            similarity: number;
            /**
             * @description same question, same family, worth a look, or neither
             * @enum {string}
             */
            verdict: "same" | "family" | "related" | "other";
            /** @description one says what the other denies */
            opposed: boolean;
            differs: ("names" | "words" | "direction" | "roles" | "again" | "reference" | "too-little" | "figures" | "condition" | "horizon")[];
            question: components["schemas"]["Question"];
            /**
             * @description of the candidate, seen from the question
             * @enum {string}
             */
            horizon: "same" | "silent" | "shorter" | "further" | "apart";
            /**
             * @description of its words, towards the positive event of the question
             * @enum {string}
             */
            polarity: "+" | "-";
            /** @description how many have spoken on it */
            authors: number;
            /** @description what the author of the candidate has said on it */
            statements: {
                /** @description id, prd_… */
                predictionId: string;
                said: components["schemas"]["Moment"];
                quote: string | null;
            }[];
        };
        Question: {
            /** @description id, qst_… */
            id: string;
            /** @enum {string} */
            kind: "binary" | "categorical";
            /**
             * @description a cache of the resolution log
             * @enum {string}
             */
            status: "open" | "due" | "resolved" | "void";
            outcome: ("yes" | "no") | string | null;
            /** @enum {string|null} */
            voidReason: "annulled" | "ambiguous" | "not-applicable" | null;
            /** @description id, fam_… */
            familyId: string;
            /** @description what it is about, as whoever sorts it says */
            topics: components["schemas"]["TopicSlug"][];
            version: components["schemas"]["QuestionVersion"];
            recordedAt: components["schemas"]["Instant"];
        };
        Restatement: {
            /** @description of the claims as worded; 1 = the same words */
            similarity: number;
            /**
             * @description same question, same family, worth a look, or neither
             * @enum {string}
             */
            verdict: "same" | "family" | "related" | "other";
            /** @description one says what the other denies */
            opposed: boolean;
            differs: ("names" | "words" | "direction" | "roles" | "again" | "reference" | "too-little" | "figures" | "condition" | "horizon")[];
            /** @description id, cnd_… */
            candidateId: string;
            /** @enum {string} */
            status: "pending" | "accepted" | "rejected" | "split" | "withdrawn";
            quote: string;
            window: components["schemas"]["Window"];
        };
        ReviewedCandidate: {
            candidate: components["schemas"]["Candidate"];
            question: components["schemas"]["Question"] | null;
        };
        Candidate: {
            quote: string;
            start: number;
            end: number;
            /** @description as the text names them; null = the author of the piece, or somebody whom the text does not name */
            claimant: string | null;
            /** @description what the text says they are ("chief executive of the port"); null when it says nothing or they are no person */
            claimantRole: string | null;
            /** @enum {string} */
            attribution: "own" | "quoted" | "reported";
            /** @enum {string} */
            directness: "verbatim" | "paraphrase";
            /** @description the lexicon's phrase id, or `micro:<millionths>` for a stated number */
            phrase: string;
            /** @description the words of likelihood as they stand in the text, empty for a bare will */
            hedge: string;
            /**
             * @description `+` said of the positive event, `-` of its opposite
             * @enum {string}
             */
            polarity: "+" | "-";
            weakHedge: boolean;
            probability: components["schemas"]["ProbabilityRange"];
            window: components["schemas"]["Window"];
            /** @description the claim to be read on its own; the quote where nothing was to be resolved */
            claim: string;
            /** @description the sentence of the text that the claim leans on, if it leans */
            context: string | null;
            /** @description exact words of the text */
            condition: string | null;
            /** @enum {string|null} */
            conditionKind: "condition" | "trigger" | "until" | "concessive" | null;
            /** @enum {string} */
            orientation: "as-worded" | "opposite";
            /** @enum {string} */
            kind: "event" | "state" | "vague" | "counterfactual" | "normative";
            /** @enum {string} */
            verifiability: "checkable" | "arguable" | "unverifiable";
            /** @description false = listed, never scored */
            scorable: boolean;
            /** @description why it is listed but not scored, or graded as it is */
            reasons: string[];
            /** @description id, cnd_… */
            id: string;
            /** @description id, cmt_… */
            commentaryId: string;
            textVersion: number;
            extractorVersion: string;
            lexiconVersion: string;
            /** @enum {string} */
            status: "pending" | "accepted" | "rejected" | "split" | "withdrawn";
            /** @description the candidate that a reviewer split it from */
            partOf: string | null;
            /** @description how many have judged it, each without the others: 1 until there is a second opinion */
            reviewers: number;
            /** @description the review that stands */
            reviewId: string | null;
            reviewReason: string | null;
            /** @description of the review that stands */
            corrections: {
                claim?: {
                    from: string;
                    to: string;
                };
                phrase?: {
                    from: string;
                    to: string;
                };
                polarity?: {
                    /** @enum {string} */
                    from: "+" | "-";
                    /** @enum {string} */
                    to: "+" | "-";
                };
                orientation?: {
                    /** @enum {string} */
                    from: "as-worded" | "opposite";
                    /** @enum {string} */
                    to: "as-worded" | "opposite";
                };
                window?: {
                    from: components["schemas"]["Window"];
                    to: components["schemas"]["Window"];
                };
                attribution?: {
                    /** @enum {string} */
                    from: "own" | "quoted" | "reported";
                    /** @enum {string} */
                    to: "own" | "quoted" | "reported";
                };
                directness?: {
                    /** @enum {string} */
                    from: "verbatim" | "paraphrase";
                    /** @enum {string} */
                    to: "verbatim" | "paraphrase";
                };
                claimant?: {
                    from: string | null;
                    to: string | null;
                };
            } | null;
            /** @description id, prd_… */
            predictionId: string | null;
            /** @description the earlier claim of its author that it was matched with */
            match: {
                /** @description of the claims as worded; 1 = the same words */
                similarity: number;
                /**
                 * @description same question, same family, worth a look, or neither
                 * @enum {string}
                 */
                verdict: "same" | "family" | "related" | "other";
                /** @description one says what the other denies */
                opposed: boolean;
                differs: ("names" | "words" | "direction" | "roles" | "again" | "reference" | "too-little" | "figures" | "condition" | "horizon")[];
                /** @description id, mtc_… */
                id: string;
                /**
                 * @description joined that question, a new one of its family, or a new one
                 * @enum {string}
                 */
                did: "joined" | "family" | "new";
                /** @enum {string} */
                decidedBy: "rule" | "reviewer";
                /** @description the question of the earlier claim */
                questionId: string;
                reason: string;
                rules: string;
                recordedAt: components["schemas"]["Instant"];
            } | null;
            recordedAt: components["schemas"]["Instant"];
        };
        /**
         * @example {
         *       "decision": "accept",
         *       "reason": "a forecast in the voice of its author"
         *     }
         * @example {
         *       "decision": "reject",
         *       "reason": "it tells of the past"
         *     }
         * @example {
         *       "decision": "accept",
         *       "reason": "the end of the month was overlooked",
         *       "window": {
         *         "start": "2026-10-05",
         *         "end": "2026-10-31"
         *       },
         *       "phrase": "likely"
         *     }
         */
        ReviewCandidate: {
            /** @enum {string} */
            decision: "accept" | "reject";
            reason: string;
            /** @description accept: joins this question instead of making one */
            questionId?: string;
            /** @description accept: a self-contained wording */
            wording?: string;
            criteria?: string;
            /** @enum {string} */
            orientation?: "as-worded" | "opposite";
            /**
             * @description of the words, towards the positive event
             * @enum {string}
             */
            polarity?: "+" | "-";
            /** @description accept: the phrase of likelihood, where the words were read wrongly */
            phrase?: string;
            /** @description accept: the number that was said, of the event as the words say it; `polarity` turns it */
            probability?: number;
            /** @description accept: the days that the words set; its source becomes `stated` */
            window?: {
                start: components["schemas"]["Day"];
                end: components["schemas"]["Day"];
            };
            /** @enum {string} */
            attribution?: "own" | "quoted" | "reported";
            /** @enum {string} */
            directness?: "verbatim" | "paraphrase";
            /** @description accept: the named person who is quoted, where nobody or somebody else was found */
            claimant?: string;
            /** @description accept: a new question of this family */
            familyId?: string;
            /** @description accept: by which rules the new question is resolved */
            resolvers?: components["schemas"]["Resolver"][];
            trigger?: components["schemas"]["NamedTrigger"];
            /**
             * @description accept: not the same as anything its author said before
             * @enum {boolean}
             */
            newQuestion?: true;
        };
        /** @description another question of yes and no, and how it must come out */
        NamedTrigger: {
            /** @description id, qst_… */
            questionId: string;
            /**
             * @description of the positive event of that version
             * @enum {string}
             */
            outcome: "yes" | "no";
            /**
             * @description true: only what surely happened after the trigger came true shows this one; false: its window alone decides
             * @default false
             */
            gates?: boolean;
        };
        /**
         * @example {
         *       "reason": "the wrong key"
         *     }
         */
        UndoReview: {
            /** @description the review that is taken back; left out: the one that stands */
            reviewId?: string;
            /** @default taken back by its reviewer */
            reason?: string;
        };
        SplitCandidateParts: {
            candidate: components["schemas"]["Candidate"];
            parts: components["schemas"]["Candidate"][];
        };
        /**
         * @example {
         *       "at": 120,
         *       "reason": "two claims, of which one may fail"
         *     }
         */
        SplitCandidate: {
            /** @description an offset into the text, inside the quote: two parts meet there */
            at?: number;
            /** @description offsets in UTF-16 code units into its text, 1000 of them apart at most */
            parts?: {
                start: number;
                end: number;
                /** @description the claim to be read on its own; left out: the words of the part */
                claim?: string;
            }[];
            reason: string;
        };
        /** @description null where the candidate is rejected */
        SecondOpinion: {
            /** @description id, sop_… */
            id: string;
            /** @description id, cnd_… */
            candidateId: string;
            /** @description the decision that it is a second one to */
            reviewId: string;
            /** @enum {string} */
            decision: "accept" | "reject";
            /** @enum {string|null} */
            orientation: "as-worded" | "opposite" | null;
            /** @enum {string|null} */
            polarity: "+" | "-" | null;
            /** @description the lexicon's phrase id, or `micro:<millionths>` */
            phrase: string | null;
            windowEnd: components["schemas"]["Day"] | null;
            reason: string;
            /** @description what their disagreement opened; null: they agree */
            disputeId: string | null;
            recordedAt: components["schemas"]["Instant"];
        };
        /**
         * @description what is left out of an acceptance is as it was found
         * @example {
         *       "decision": "accept",
         *       "reason": "a forecast in the voice of its author"
         *     }
         * @example {
         *       "decision": "reject",
         *       "reason": "it tells of the past"
         *     }
         */
        GiveSecondOpinion: {
            /** @enum {string} */
            decision: "accept" | "reject";
            reason: string;
            /** @enum {string} */
            orientation?: "as-worded" | "opposite";
            /**
             * @description of the words, towards the positive event
             * @enum {string}
             */
            polarity?: "+" | "-";
            /** @description accept: the phrase of likelihood, where the words were read wrongly */
            phrase?: string;
            /** @description accept: the number that was said, of the event as the words say it; `polarity` turns it */
            probability?: number;
            windowEnd?: components["schemas"]["Day"];
        };
        ReviewAgreement: {
            /** @description on accepting or rejecting */
            decisions: {
                /** @description pairs of a first and a second decision */
                n: number;
                agreed: number;
                /** @description 95 %, Wilson; null of none */
                agreement: {
                    rate: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    };
                } | null;
                /** @description the share that each accepts, or takes as said of the event as worded */
                prevalence: {
                    first: number;
                    second: number;
                } | null;
                /** @description Cohen’s κ, −1 to 1: agreement beyond that of chance, higher is better */
                kappa: number | null;
                /** @description of κ, 95 %, large-sample */
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
                /** @description why there is no κ */
                withheld: string | null;
            };
            /** @description of what both accept: on the event it is said of, or its opposite */
            orientation: {
                /** @description pairs of a first and a second decision */
                n: number;
                agreed: number;
                /** @description 95 %, Wilson; null of none */
                agreement: {
                    rate: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    };
                } | null;
                /** @description the share that each accepts, or takes as said of the event as worded */
                prevalence: {
                    first: number;
                    second: number;
                } | null;
                /** @description Cohen’s κ, −1 to 1: agreement beyond that of chance, higher is better */
                kappa: number | null;
                /** @description of κ, 95 %, large-sample */
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
                /** @description why there is no κ */
                withheld: string | null;
            };
            /** @description which decisions are judged twice */
            sample: string;
        };
        RecordedAuthor: {
            author: components["schemas"]["Author"];
            created: boolean;
        };
        RecordAuthor: {
            name: string;
            /**
             * @default person
             * @enum {string}
             */
            kind?: "person" | "organisation" | "model";
        };
        AuthorPage: {
            items: components["schemas"]["Author"][];
            next: string | null;
        };
        OpenPredictionPage: {
            items: components["schemas"]["OpenPrediction"][];
            next: string | null;
        };
        OpenPrediction: {
            prediction: components["schemas"]["Prediction"];
            standsFrom: components["schemas"]["Instant"];
            closesAt: components["schemas"]["Instant"] | null;
            /** @enum {string|null} */
            closesBy: "expiry" | "reference-time" | "window-end" | null;
        };
        Prediction: {
            /** @description id, prd_… */
            id: string;
            /** @description id, aut_… */
            authorId: string;
            authorName: string;
            /** @description id, qst_… */
            questionId: string;
            /** @description id, qsv_… */
            versionId: string;
            /** @enum {string} */
            act: "state" | "reaffirm" | "withdraw" | "mistake";
            /** @description what was said; null where the act says no forecast */
            form: string | null;
            /** @description of the positive event, under the lexicon named */
            probability: number | null;
            /** @description of a categorical question, over the options of then */
            distribution: components["schemas"]["Share"][] | null;
            lexiconVersion: string;
            /** @description what is reaffirmed, withdrawn, or was a mistake */
            refersTo: string | null;
            /**
             * Format: date-time
             * @description when it stops to stand by itself
             */
            expiresAt: string | null;
            said: components["schemas"]["Moment"];
            /** @enum {string} */
            attribution: "own" | "quoted" | "reported";
            /** @enum {string} */
            directness: "verbatim" | "paraphrase";
            weakHedge: boolean;
            /** @description false = listed, never scored */
            scoreable: boolean;
            unscoredReason: string | null;
            /** @enum {string} */
            origin: "commentary" | "submitted" | "imported";
            /** @description submitted with a key that is marked as a bot’s */
            bot: boolean;
            /** @description what takes it back, so that it counts as never said; null of all that stands as it was recorded */
            takenBack: {
                /** @description the act that marks it as a mistake */
                predictionId: string;
                /** @description why the acceptance was undone; null of what its author marks */
                reason: string | null;
                recordedAt: components["schemas"]["Instant"];
            } | null;
            /** @description withheld where the acceptance was undone: the passage is for reviewers again */
            quote: string | null;
            /** @description id, cmt_… */
            commentaryId: string | null;
            /** @description id, cnd_… */
            candidateId: string | null;
            /** @description id, imp_… */
            importId: string | null;
            /** @description of a statement recorded by hand: why it is one, though extraction did not find it */
            recordingReason: string | null;
            digest: string;
            recordedAt: components["schemas"]["Instant"];
        };
        Funnel: {
            commentaries: number;
            candidates: {
                all: number;
                /** @description waiting for a review */
                pending: number;
                rejected: number;
                accepted: number;
                /** @description whose words are those of somebody else, quoted there */
                acceptedOfOthers: number;
                /** @description among all of them */
                vague: number;
                /** @description among all of them: their words set no end */
                undated: number;
                /** @description among all of them */
                weaklyHedged: number;
            };
            /** @description the most frequent first; what is rare stands last as "other reasons" */
            rejectedFor: {
                reason: string;
                n: number;
            }[];
            predictions: {
                all: number;
                commentary: number;
                submitted: number;
                imported: number;
                /** @description of `commentary`: said in a piece that others signed */
                elsewhere: number;
            };
            /** @description predictions by how their question stands, or the version of it that they are judged by */
            questions: {
                open?: number;
                due?: number;
                yes?: number;
                no?: number;
                option?: number;
                annulled?: number;
                ambiguous?: number;
                "not-applicable"?: number;
            };
            /** @description predictions by what has become of them for the score */
            scoring: {
                scored?: number;
                pending?: number;
                void?: number;
                open?: number;
                "no-window-end"?: number;
                listed?: number;
                "no-forecast"?: number;
                categorical?: number;
                "another-counts"?: number;
                "not-standing"?: number;
            };
            /** @description the most frequent first; what is rare stands last as "other reasons" */
            listedFor: {
                reason: string;
                n: number;
            }[];
            /** @description how much of it says nothing that could be wrong; in no score */
            hedges: {
                /** @description predictions that say a forecast, scored or not */
                statements: number;
                /** @description of them weakly: a bare may, might, could or possible */
                hedged: number;
                /** @description hedged/statements, 0 to 1, no direction; null of none */
                share: number | null;
                /** @description 95 %, Wilson */
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            };
            /** @description scored, pending and void ones by where they stand in the reports */
            counted: {
                headline?: number;
                "weak-hedge"?: number;
                "default-window"?: number;
                "too-fresh"?: number;
            };
        };
        /** @description the link, and what it moved; nothing where it stood already */
        AuthorLinked: {
            link: components["schemas"]["AuthorLink"];
            /** @description who the record counts for now */
            author: {
                /** @description id, aut_… */
                id: string;
                name: string;
                slug: string;
                /** @enum {string} */
                kind: "person" | "organisation" | "model" | "unattributed";
                /** @description registered with a key that is marked as a bot’s */
                bot: boolean;
                recordedAt: components["schemas"]["Instant"];
            };
            /** @description on so many questions what counts is another’s now, or another statement’s */
            moved: number;
        };
        MergeAuthor: {
            /**
             * @description id or slug of the author that all counts for from now on
             * @example ada-quill
             */
            into: string;
            reason: string;
        };
        SplitAuthor: {
            reason: string;
        };
        AuthorLinkPage: {
            items: components["schemas"]["AuthorLink"][];
            next: string | null;
        };
        CalibrationReport: {
            author: components["schemas"]["Author"];
            /** @description null = everything recorded */
            collectionId: string | null;
            /** @enum {string} */
            timing: "prospective" | "retrospective";
            /** @enum {string} */
            voice: "own" | "quoted";
            /** @description of a collection: where cohorts have entered, the report is of their months alone; else everything due, with bounds */
            cohort: {
                entered: boolean;
                due: number;
                settled: number;
                months: string[];
            } | null;
            /** @description scored forecasts: own words, no weak hedge, a window that words gave */
            n: number;
            /** @description event families; every minimum counts these */
            families: number;
            /** @description due and not settled */
            pending: number;
            void: number;
            /** @description positive events */
            hits: number | null;
            expectedHits: number | null;
            baseRate: number | null;
            /** @description exact p of the number of hits under the stated probabilities (Poisson-binomial) if all questions are independent: too small where they come in families; `gap` with its interval is what judges */
            hitTest: {
                atMost: number;
                atLeast: number;
                twoSided: number;
            } | null;
            /** @description the same if the questions of a family stand or fall together: exact, and too large where they hang together less; equal to hitTest of one question a family */
            familyHitTest: {
                atMost: number;
                atLeast: number;
                twoSided: number;
            } | null;
            /** @description mean forecast − base rate; above 0 more was said than happened */
            gap: {
                value: number;
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            } | null;
            /** @description mean (p − o)², 0 best, 1 worst; 0.25 = always 50 %; error and interval clustered by family */
            brier: {
                mean: number;
                error: number | null;
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            } | null;
            /** @description nats, 0 best; clipped to [.001, .999] */
            logScore: {
                raw: number | "Infinity";
                clipped: number;
            } | null;
            /** @description 100 · (log₂ of the probability of what happened + 1), clipped: 0 = always 50 %, higher is better */
            baselineScore: number | null;
            /** @description against always 50 % and against the base rate of the same outcomes */
            skill: {
                half: {
                    /** @description 1 − Brier/reference: 1 best, 0 as good as the reference */
                    skill: number;
                    /** @description mean Brier of the reference */
                    reference: number;
                    /** @description standard error by the delta method, clustered by family */
                    sd: number | null;
                    /** @description 95 %, clustered by family; no lower end */
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                } | null;
                baseRate: components["schemas"]["InSampleSkill"];
            } | null;
            /** @description where each figure could still go while questions are open; they meet when nothing is pending, so a part is withheld with what it bounds */
            bounds: {
                brier: {
                    lowest: number;
                    highest: number;
                };
                logScore: {
                    lowest: number;
                    highest: number;
                };
                hitRate: {
                    lowest: number;
                    highest: number;
                };
                /** @description of its two-sided p */
                hitTest: {
                    lowest: number;
                    highest: number;
                };
                gap: {
                    lowest: number;
                    highest: number;
                };
                /** @description null while the share of right leans is withheld */
                right: {
                    lowest: number;
                    highest: number;
                } | null;
                /** @description null while over-confidence is withheld */
                overconfidence: {
                    lowest: number;
                    highest: number;
                } | null;
                allYes: number;
                allNo: number;
                /** @description null while the pooled groups are withheld */
                groups: ({
                    lowest: number;
                    highest: number;
                } | null)[] | null;
                /** @description null while the curve is withheld */
                curve: {
                    lowest: number;
                    highest: number;
                    p: number;
                }[] | null;
            } | null;
            /** @description confidence claimed for the likelier side, and how often that side came */
            leaning: {
                claimed: {
                    value: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                };
                right: {
                    value: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                };
                overconfidence: {
                    value: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                };
            } | null;
            groups: {
                /** @enum {string} */
                range: "p <= 1/3" | "1/3 < p < 2/3" | "p >= 2/3";
                n: number;
                hits: number;
                meanForecast: number | null;
                observed: number | null;
                wilson: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            }[] | null;
            /** @description CORP reliability: isotonic (PAV) frequencies by stated probability */
            curve: {
                points: {
                    p: number;
                    n: number;
                    hits: number;
                    recalibrated: number;
                }[];
                blocks: {
                    low: number;
                    high: number;
                    n: number;
                    hits: number;
                    recalibrated: number;
                }[];
                bands: components["schemas"]["CurveBands"];
            } | null;
            /** @description z and p over families, which judge; above 0 over-confident */
            spiegelhalter: {
                z: number;
                p: number;
                /** @description how much more the sums of families vary than those of independent questions; at least 1 */
                designEffect: number;
                /** @description the same test if all questions were independent */
                independent: {
                    z: number;
                    p: number;
                };
            } | null;
            /** @description Cox recalibration, p within [.01, .99]: slope below 1 over-confident, above 1 under-confident */
            slope: {
                slope: {
                    value: number;
                    error: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    };
                };
                intercept: {
                    value: number;
                    error: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    };
                } | null;
            } | null;
            /** @description evidence against calibration, one factor per family, of what was said of it first, valid whenever one looks: what a family waits for counts at the lesser of its factors */
            eValue: {
                e: number | "Infinity";
                log: number | "Infinity";
                /**
                 * Format: date-time
                 * @description when an outcome of the author was last overturned: evidence started again there, with families of which nothing had been settled; left out where none was
                 */
                since?: string;
                /** @description statements left out, settled or open: made after the first of their question or family; left out where none was */
                later?: number;
            } | null;
            /** @description Brier = mcb − dsc + unc (CORP), the same of the log score, and the mcb that luck alone gives */
            decomposition: {
                mcb: number;
                dsc: number;
                unc: number;
                log: {
                    mcb: number | "Infinity";
                    dsc: number;
                    unc: number;
                };
                chance: components["schemas"]["Chance"];
            } | null;
            /** @description 1 best, .5 none; interval clustered by family */
            auc: {
                auc: number;
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            } | null;
            /** @description Murphy by distinct p: Brier = rel − res + unc */
            murphy: {
                rel: number;
                res: number;
                unc: number;
                debiased: {
                    rel: number;
                    res: number;
                    unc: number;
                } | null;
                /** @description over tenths: Brier = rel − res + unc + wbv − wbc, the last two what binning hides */
                binned: {
                    rel: number;
                    res: number;
                    unc: number;
                    wbv: number;
                    wbc: number;
                };
            } | null;
            /** @description over tenths [i/10, (i+1)/10); never without what luck alone gives */
            calibrationError: {
                ece: number;
                mce: number;
                chance: components["schemas"]["Chance"];
            } | null;
            withheld: components["schemas"]["WithheldFigure"][];
            /** @description every null that is not in `withheld`, and why it cannot be computed on this sample */
            missing: {
                /** @description a path, such as brier.interval or groups.1.wilson */
                field: string;
                reason: string;
            }[];
            /** @description the sufficient statistic: every figure above can be recomputed from it and the families */
            counts: {
                form: components["schemas"]["Form"];
                probability: number;
                n: number;
                hits: number;
                pending: number;
                void: number;
            }[];
            versions: components["schemas"]["Versions"];
            /**
             * Format: date-time
             * @description the instant as of which this was read: what was known, and which months were over
             */
            asOf: string;
            /** @description the kept board that was asked for; null: none was */
            snapshot: {
                /** @description of a kept board: /v1/snapshots/{id} */
                id: string;
                /**
                 * Format: date-time
                 * @description the instant as of which that board was read
                 */
                at: string;
            } | null;
            /** @description the other report, where this one is empty */
            seeAlso: string | null;
            /**
             * @description made as it is read; of a snapshot: a PinnedReport, `kept` (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "live";
            /** @description what the forecasts are held against, on the same questions */
            references: components["schemas"]["Reference"][];
            /** @description the figures that are shown, in plain words, in the order of a page */
            sentences: {
                /** @description id of the measure; `curve`: the caption of the diagram */
                about: string;
                sentence: string;
            }[];
            hedges: components["schemas"]["Hedges"];
            /** @description from the newest kept report of this board; null where `notJudged` says why */
            judged: {
                /** @description which board, frozen: give its id as `snapshot` for all of the report */
                snapshot: {
                    /** @description of a kept board: /v1/snapshots/{id} */
                    id: string;
                    /**
                     * Format: date-time
                     * @description the instant as of which that board was read
                     */
                    at: string;
                };
                /** @description the position of the ledger as of which it was made */
                position: number;
                versions: components["schemas"]["Versions"];
                n: number;
                families: number;
                verdict: components["schemas"]["StoredVerdict"];
                /** @description families drawn anew, beside the intervals of the figures; null as the figure is */
                bootstrap: {
                    brier: components["schemas"]["Bootstrapped"];
                    overconfidence: components["schemas"]["Bootstrapped"];
                    slope: components["schemas"]["Bootstrapped"];
                    auc: components["schemas"]["Bootstrapped"];
                };
                robustness: components["schemas"]["RobustnessBox"];
                /** @description what luck alone gives of miscalibration and of the binned calibration error */
                chance: {
                    mcb: components["schemas"]["Chance"] | null;
                    ece: components["schemas"]["Chance"] | null;
                };
                /** @description on the board; `tiedWith` holds ids */
                place: {
                    /** @description 1 is best; equal ranks are ties */
                    rank: number | null;
                    /** @description ranks that may be the true one, by posterior simulation; null below 20 ranked authors */
                    rankInterval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                    /** @description chance of being among the first ten, 0 to 1, higher is better; null as rankInterval */
                    topTen: number | null;
                    /** @description who cannot be told apart */
                    tiedWith: string[];
                    /** @description below 100 families */
                    provisional: boolean;
                    /** @description as measured; orders nobody where `shrunk` is given */
                    difference: {
                        /** @description mean Brier of the other less that of the author, on the same questions: −1 to 1, above 0 the author is better */
                        value: number;
                        /** @description 95 %, clustered by family; null below two families */
                        interval: {
                            low: number;
                            high: number;
                            level: number;
                        } | null;
                        /** @description questions that both have a scored forecast on */
                        n: number;
                        /** @description event families among them */
                        families: number;
                    } | null;
                    /** @description of a difference from the others: the share of their statements that was said no later than the author’s own on the question, 0 to 1; they are not of one moment, and who answers late knows more. Null from a baseline, which is never later */
                    saidBefore: number | null;
                    /** @description null below 20 authors who can be compared */
                    shrunk: {
                        /** @description what the difference is worth once luck is allowed for; above 0 is better; orders the board */
                        value: number;
                        /** @description posterior standard deviation */
                        error: number;
                        /** @description 95 % posterior interval */
                        low: number;
                        high: number;
                        /** @description 0 to 1, higher is better: the share of the raw difference that is kept */
                        reliability: number;
                    } | null;
                    /** @description why there is no rank */
                    notRanked: string | null;
                    /** @description mean Brier as if everybody had answered questions of the same difficulty; ranks nobody */
                    adjusted: {
                        /** @description mean of (Brier − difficulty of the question), in units of the Brier score, lower is better; always saying 50 % of all questions that were fitted has 0.25; may lie below 0 */
                        value: number;
                        /** @description standard error, clustered by family, difficulties taken as known */
                        error: number | null;
                        /** @description 95 % interval, as the error; null below two families */
                        low: number | null;
                        high: number | null;
                        /** @description questions of known difficulty that it rests on */
                        n: number;
                        /** @description event families among them */
                        families: number;
                    } | null;
                    /** @description why there is no adjusted score; null where there is */
                    notAdjusted: string | null;
                    /**
                     * @description what the difference is from
                     * @enum {string|null}
                     */
                    against: "others" | "base-rate" | "market" | "crowd" | "status-quo" | null;
                };
                /** @description as it was then */
                withheld: components["schemas"]["WithheldFigure"][];
            } | null;
            notJudged: string | null;
        };
        InSampleSkill: {
            /** @description 1 − Brier/reference: 1 best, 0 as good as the reference */
            skill: number;
            /** @description mean Brier of the reference */
            reference: number;
            /** @description standard error by the delta method, clustered by family */
            sd: number | null;
            /** @description 95 %, clustered by family; no lower end */
            interval: {
                low: number;
                high: number;
                level: number;
            } | null;
            /** @enum {boolean} */
            inSample: true;
            note: string;
        } | null;
        CurveBands: {
            /** @description 90 %: where the curve of a calibrated author would run, point by point */
            consistency: {
                /** @description by resampling families; the one that the diagram draws and captions are about */
                resampled: {
                    low: number;
                    high: number;
                    level: number;
                    p: number;
                }[];
                /** @description by formula, p ± z√(p(1 − p)Σn²/n²) over families: for many forecasts of few p */
                asymptotic: {
                    low: number;
                    high: number;
                    level: number;
                    p: number;
                }[];
            };
            /** @description 95 %: where the whole true curve lies, if it does not fall; between points low holds on to the right and high to the left; of p in hundredths where there are more than 101 distinct ones */
            honest: {
                x: number;
                low: number;
                high: number;
            }[];
        };
        Chance: {
            observed: number;
            /** @description what a perfectly calibrated author would show on this sample, on average, luck played once per family */
            mean: number;
            /** @description what 95 % of them would stay below */
            most: number;
            /** @description share of them that show as much as was observed */
            p: number;
        };
        WithheldFigure: {
            /** @description what is null: /v1/definitions?field=… tells its measures */
            field: string;
            /** @description by which rule, in words */
            rule: string;
        };
        /** @description micro:<millionths>, phrase:<id>:<polarity> or options:<id>=<millionths>,… */
        Form: string;
        /** @description of the rules by which these figures were made */
        Versions: {
            scoring: string;
            lexicon: string;
            resolution: string;
        };
        Reference: {
            /**
             * @description half: always 50 %; a baseline recorded before the outcome; or the base rate of the outcomes themselves
             * @enum {string}
             */
            reference: "half" | "base-rate" | "market" | "crowd" | "status-quo" | "in-sample-base-rate";
            /** @description it has seen the outcomes: no fair rival */
            inSample: boolean;
            /** @description scored forecasts that it stands beside */
            n: number;
            families: number;
            /** @description of the reference, 0 best, 1 worst; of half always 0.25 */
            brier: number | null;
            /** @description of the author on the same questions */
            own: number | null;
            difference: components["schemas"]["Difference"];
            /** @description of half: where the difference could still end; null where nothing is open or bounds it */
            bounds: {
                lowest: number;
                highest: number;
            } | null;
            /** @description the same as a ratio, 1 − own/brier: 1 best, 0 as good as the reference; null with the figures, and where `noSkill` says why */
            skill: {
                /** @description 1 − Brier/reference: 1 best, 0 as good as the reference */
                skill: number;
                /** @description standard error by the delta method, clustered by family */
                sd: number | null;
                /** @description 95 %, clustered by family; no lower end */
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            } | null;
            /** @description why there is no ratio although there is a difference */
            noSkill: string | null;
            withheld: components["schemas"]["WithheldFigure"][];
        };
        Difference: {
            /** @description mean Brier of the other less that of the author, on the same questions: −1 to 1, above 0 the author is better */
            value: number;
            /** @description 95 %, clustered by family; null below two families */
            interval: {
                low: number;
                high: number;
                level: number;
            } | null;
            /** @description questions that both have a scored forecast on */
            n: number;
            /** @description event families among them */
            families: number;
        } | null;
        Hedges: {
            /** @description what fell due, settled or not, weak hedges too */
            statements: number;
            committed: number;
            /** @description a bare may, might, could or possible: recorded and resolved, in no score */
            hedged: number;
            /** @description hedged/statements, 0 to 1; null of nothing. No direction: an uncertain world calls for hedges */
            share: number | null;
            /** @description 95 %, Wilson */
            interval: {
                low: number;
                high: number;
                level: number;
            } | null;
            byPhrase: {
                phrase: string;
                n: number;
            }[];
        };
        StoredVerdict: {
            /** @enum {string} */
            code: "too-few-to-judge" | "certainty-failed" | "miscalibrated:over-confident" | "miscalibrated:under-confident" | "miscalibrated:says-too-much" | "miscalibrated:says-too-little" | "miscalibrated:over-confident-and-says-too-much" | "miscalibrated:over-confident-and-says-too-little" | "miscalibrated:under-confident-and-says-too-much" | "miscalibrated:under-confident-and-says-too-little" | "miscalibrated:undirected" | "miscalibrated-within-margin" | "strong-alone" | "hints:over-confident" | "hints:under-confident" | "hints:says-too-much" | "hints:says-too-little" | "hints:over-confident-and-says-too-much" | "hints:over-confident-and-says-too-little" | "hints:under-confident-and-says-too-much" | "hints:under-confident-and-says-too-little" | "hints:undirected" | "more-than-luck" | "no-sign" | "no-sign-but-interval" | "well-calibrated";
            /** @description about the sample, never the person */
            sentence: string;
            evidence: {
                statements: number;
                families: number;
                /** @description against calibration, one term per family, what a family waits for at the lesser of its factors: 20 is strong, 6 hints */
                eValue: number | "Infinity";
                /** @description miscalibration of one forecast per family within what 95 % of perfect forecasters show */
                mcbWithinChance: boolean;
                /** @description kept by e-BH at 10 % over all authors of the board with 30 families */
                survivesEBH: boolean;
                slope: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
                gap: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
                /** @description every question was worded by rule (positive is the departure from the status quo): so a gap has a direction */
                canonicalOrientation: boolean;
                /** @description chance that this sample would have shown a slope of 0.6, 0 to 1 */
                power: number;
                /**
                 * Format: date-time
                 * @description when an outcome of the author was last overturned: evidence started again there, with families of which nothing had been settled; null where none was
                 */
                since: string | null;
                /** @description statements left out, settled or open: made after the first of their question or family */
                later: number;
            };
        } | null;
        Bootstrapped: {
            estimate: number;
            percentile: {
                low: number;
                high: number;
                level: number;
            };
            /** @description percentile mirrored around the estimate, which undoes bias */
            basic: {
                low: number;
                high: number;
                level: number;
            };
            draws: number;
            undefinedDraws: number;
        } | null;
        RobustnessBox: {
            headline: {
                n: number;
                families: number;
                brier: number | null;
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
                /**
                 * @description of the reference, else of 50 %
                 * @enum {string|null}
                 */
                side: "better" | "worse" | "equal" | null;
                /** @enum {string|null} */
                verdict: "too-few-to-judge" | "certainty-failed" | "miscalibrated:over-confident" | "miscalibrated:under-confident" | "miscalibrated:says-too-much" | "miscalibrated:says-too-little" | "miscalibrated:over-confident-and-says-too-much" | "miscalibrated:over-confident-and-says-too-little" | "miscalibrated:under-confident-and-says-too-much" | "miscalibrated:under-confident-and-says-too-little" | "miscalibrated:undirected" | "miscalibrated-within-margin" | "strong-alone" | "hints:over-confident" | "hints:under-confident" | "hints:says-too-much" | "hints:says-too-little" | "hints:over-confident-and-says-too-much" | "hints:over-confident-and-says-too-little" | "hints:under-confident-and-says-too-much" | "hints:under-confident-and-says-too-little" | "hints:undirected" | "more-than-luck" | "no-sign" | "no-sign-but-interval" | "well-calibrated" | null;
            };
            checks: {
                /** @enum {string} */
                check: "without-largest" | "one-per-family" | "first-forecast" | "final-forecast" | "due-cohorts" | "lexicon" | "coder";
                /** @description the lexicon */
                by: string | null;
                n: number;
                families: number;
                brier: number | null;
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
                /**
                 * @description of the reference, else of 50 %
                 * @enum {string|null}
                 */
                side: "better" | "worse" | "equal" | null;
                /** @enum {string|null} */
                verdict: "too-few-to-judge" | "certainty-failed" | "miscalibrated:over-confident" | "miscalibrated:under-confident" | "miscalibrated:says-too-much" | "miscalibrated:says-too-little" | "miscalibrated:over-confident-and-says-too-much" | "miscalibrated:over-confident-and-says-too-little" | "miscalibrated:under-confident-and-says-too-much" | "miscalibrated:under-confident-and-says-too-little" | "miscalibrated:undirected" | "miscalibrated-within-margin" | "strong-alone" | "hints:over-confident" | "hints:under-confident" | "hints:says-too-much" | "hints:says-too-little" | "hints:over-confident-and-says-too-much" | "hints:over-confident-and-says-too-little" | "hints:under-confident-and-says-too-much" | "hints:under-confident-and-says-too-little" | "hints:undirected" | "more-than-luck" | "no-sign" | "no-sign-but-interval" | "well-calibrated" | null;
                /** @description items left out or read differently */
                affected: number;
                sideChanges: boolean | null;
                verdictChanges: boolean | null;
            }[];
            notApplicable: {
                /** @enum {string} */
                check: "without-largest" | "one-per-family" | "first-forecast" | "final-forecast" | "due-cohorts" | "lexicon" | "coder";
                reason: string;
            }[];
        } | null;
        PinnedReport: {
            /**
             * @description as a snapshot keeps it (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "kept";
            author: components["schemas"]["Author"];
            /** @description the kept board that it is of */
            snapshot: {
                /** @description id, snp_… */
                id: string;
                /** @description all, or collection:<id> */
                set: string;
                /** @enum {string} */
                timing: "prospective" | "retrospective";
                /** @enum {string} */
                voice: "own" | "quoted";
                /**
                 * Format: date-time
                 * @description the instant as of which it was read: months that were over then count
                 */
                at: string;
                /** @description the position of the ledger as of which it was read */
                position: number;
                scoringRules: string;
                lexiconVersion: string;
                resolutionRules: string;
                /** @description how many are on it; frozen with it */
                authors: number;
                recordedAt: components["schemas"]["Instant"];
            };
            /** @description SHA-256 of the canonical counts by form that it was made from, as of its position */
            countsSha256: string;
            /** @description the whole report, by the rules of then; by those of now a StoredReport */
            report?: unknown;
        };
        AuthorScores: {
            author: components["schemas"]["Author"];
            /** @enum {string} */
            timing: "prospective" | "retrospective";
            /** @enum {string} */
            voice: "own" | "quoted";
            /** @description null = everything recorded */
            collectionId: string | null;
            /** @description of entered cohorts alone; else of everything due, with bounds */
            entered: boolean;
            scores: components["schemas"]["ScoreRow"][];
            /** @description by month of the window’s end, oldest first; every month that is over */
            series: components["schemas"]["ScoreMonth"][];
            /** @description where the counts stand that all of this can be recomputed from */
            counts: string;
            versions: components["schemas"]["Versions"];
            /**
             * Format: date-time
             * @description the instant as of which this was read: what was known, and which months were over
             */
            asOf: string;
            /** @description the kept board that was asked for; null: none was */
            snapshot: {
                /** @description of a kept board: /v1/snapshots/{id} */
                id: string;
                /**
                 * Format: date-time
                 * @description the instant as of which that board was read
                 */
                at: string;
            } | null;
        };
        ScoreRow: {
            /** @description id of its definition */
            measure: string;
            /** @description null where `withheld` or `missing` says why */
            value: number | "Infinity" | null;
            /** @description of its interval; null where it has none */
            low: number | null;
            high: number | null;
            /** @description of the interval: 0.95 covers the true value 95 times in 100 */
            level: number | null;
            /** @description statements behind it */
            n: number;
            /** @description event families behind it; null where they do not count */
            families: number | null;
            unit: string;
            /** @enum {string} */
            direction: "lower" | "higher" | "none" | "target";
            target: number | null;
            withheld: components["schemas"]["WithheldFigure"][];
            /** @description every null that is not in `withheld`, and why it cannot be computed on this sample */
            missing: {
                /** @description a path, such as brier.interval or groups.1.wilson */
                field: string;
                reason: string;
            }[];
            /** @description where it could still end; null where it is withheld, cannot be bounded or nothing is open */
            bounds: {
                lowest: number;
                highest: number;
            } | null;
        };
        ScoreMonth: {
            /** @description of the window’s end, YYYY-MM; over */
            month: string;
            /** @description n + pending + void */
            due: number;
            /** @description due and not settled */
            pending: number;
            void: number;
            /** @description scored forecasts */
            n: number;
            /** @description positive events */
            hits: number;
            families: number;
            /** @description mean (p − o)² of the month, 0 best, 1 worst; null where nothing is scored or `withheld` says why */
            brier: number | null;
            /** @description where it could still end; null with it, and where nothing is open */
            bounds: {
                lowest: number;
                highest: number;
            } | null;
            withheld: components["schemas"]["WithheldFigure"][];
            /** @description whether the month is in a cohort that has entered; null where there is no collection */
            entered: boolean | null;
        };
        AuthorOverTime: {
            author: components["schemas"]["Author"];
            /** @enum {string} */
            timing: "prospective" | "retrospective";
            /** @enum {string} */
            voice: "own" | "quoted";
            /** @description null = everything recorded */
            collectionId: string | null;
            /** @description of entered cohorts alone; else of everything due */
            entered: boolean;
            scores: components["schemas"]["ScoreRow"][];
            /** @description which questions, and which times of theirs */
            inputs: {
                /** @description settled questions on which a forecast stood before the close */
                n: number;
                families: number;
                /** @description settled questions left out of n: decided at or before their opening, or no forecast stood before the close */
                untimed: number;
                /** @description past the end of the window and not settled */
                pending: number;
                /** @description never scored, always counted */
                void: number;
                /** @description of n, those on which several forecasts of the author stood */
                updated: number;
                /** @description of n, those on which none stood any more at the close */
                ended: number;
                /** @description forecasters beside the author on a question, on average */
                others: number | null;
                /** @description what probabilities are moved into for baseline, peer, spot and clipped log scores */
                clip: {
                    low: number;
                    high: number;
                };
                rules: {
                    /** @example every one that fell due on which a forecast of theirs stood, withdrawn before the reference time or not; so there may be more than are scored at one moment */
                    questions: string;
                    /** @example when its criteria were published or its window began, whichever is later, but never after the first forecast of anybody */
                    opens: string;
                    /** @example its reference time where forecasts were submitted, else the end of its window; earlier where the event that decided it had happened or been reported by then */
                    closes: string;
                    /** @example from the latest bound of when it was said until the next of the same author, its withdrawal, its expiry or the close; what was said in commentary until the close alike */
                    stands: string;
                    /** @example what was said, by anybody, of a version that asks the same in the same days as the one that the author is scored on, whichever way it is worded; the rest plays no part */
                    asked: string;
                    /** @example at the close */
                    spot: string;
                    /** @example everybody in the same voice, weak hedges and listed statements left out */
                    others: string;
                    /** @example the mean of the phrase in the lexicon */
                    words: string;
                };
            };
            versions: components["schemas"]["Versions"];
            /**
             * Format: date-time
             * @description the instant as of which this was read: what was known, and which months were over
             */
            asOf: string;
            /** @description the kept board that was asked for; null: none was */
            snapshot: {
                /** @description of a kept board: /v1/snapshots/{id} */
                id: string;
                /**
                 * Format: date-time
                 * @description the instant as of which that board was read
                 */
                at: string;
            } | null;
        };
        ScoresOfMany: {
            /** @description one for each that was asked for, in that order */
            items: {
                /** @description as asked: id or slug */
                author: string;
                scores: components["schemas"]["AuthorScores"] | null;
                /** @description why there are none */
                problem: {
                    /** @enum {string} */
                    code: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal";
                    detail: string;
                    /** @description what to do about it */
                    remedy: string;
                    fields: {
                        field: string;
                        detail: string;
                    }[];
                } | null;
            }[];
            versions: components["schemas"]["Versions"];
            /**
             * Format: date-time
             * @description the instant as of which this was read: what was known, and which months were over
             */
            asOf: string;
            /** @description the kept board that was asked for; null: none was */
            snapshot: {
                /** @description of a kept board: /v1/snapshots/{id} */
                id: string;
                /**
                 * Format: date-time
                 * @description the instant as of which that board was read
                 */
                at: string;
            } | null;
        };
        AuthorLexicon: {
            author: components["schemas"]["Author"];
            /** @enum {string} */
            timing: "prospective" | "retrospective";
            /** @enum {string} */
            voice: "own" | "quoted";
            collectionId: string | null;
            /** @description of entered cohorts alone; else of everything due */
            entered: boolean;
            /** @description scored forecasts, in words or numbers */
            n: number;
            families: number;
            /** @description due and not settled */
            pending: number;
            /** @description a row a phrase: raw counts, shown from one use on; the most used first */
            phrases: components["schemas"]["OwnPhrase"][];
            /** @description weak hedges, in a slice of their own: recorded and resolved, in no score and no order */
            weak: components["schemas"]["OwnPhrase"][];
            hedges: components["schemas"]["Hedges"];
            order: components["schemas"]["OrderOfWords"];
            scores: components["schemas"]["WordScores"];
            /** @description of order and scores; each phrase names its own */
            withheld: components["schemas"]["WithheldFigure"][];
            /** @description every null of hedges, order and scores that is not in `withheld`, and why it cannot be */
            missing: {
                /** @description a path, such as order.tau */
                field: string;
                reason: string;
            }[];
            versions: components["schemas"]["Versions"];
            /**
             * Format: date-time
             * @description the instant as of which this was read: what was known, and which months were over
             */
            asOf: string;
            /** @description the kept board that was asked for; null: none was */
            snapshot: {
                /** @description of a kept board: /v1/snapshots/{id} */
                id: string;
                /**
                 * Format: date-time
                 * @description the instant as of which that board was read
                 */
                at: string;
            } | null;
        };
        OwnPhrase: {
            /** @description id of a phrase of the lexicon */
            phrase: string;
            /** @description commits to nothing by itself: never in the headline score */
            weak: boolean;
            /** @description things called so that were settled */
            n: number;
            /** @description of what was asserted: those that happened */
            hits: number;
            /** @description due and not settled */
            pending: number;
            void: number;
            /** @description hits/n, 0 to 1; withheld below 10 settled uses, as is all that rests on it */
            frequency: number | null;
            /** @description where the frequency could still go, from none of what is pending true to all of it; they meet when nothing is */
            bounds: {
                lowest: number;
                highest: number;
            } | null;
            /** @description how many independent uses tell as much as n, by the design effect of families: n itself where each use is of another family; intervals and chances rest on it */
            independentUses: number | null;
            /** @description 95 % interval of the frequency when nothing was known beforehand, by the independent uses */
            jeffreys: {
                mean: number;
                low: number;
                high: number;
                level: number;
            } | null;
            /** @description chance that what is called so happens more often than readers take it to mean, 0 to 1 */
            aboveReaders: number | null;
            /** @description with what readers hear counted as ten uses at most */
            pooled: {
                mean: number;
                low: number;
                high: number;
                level: number;
            } | null;
            /** @description for an editor */
            sentence: string | null;
            /** @description what readers hear: mean, 5 % and 95 %; asked 0 = a judgement */
            readers: {
                mean: number;
                low: number;
                high: number;
                asked: number;
                source: string;
                /** @description by the independent uses; null where `withheld` says so */
                inBand: {
                    /** @description the frequency lies in the band, ends included */
                    within: boolean;
                    /** @description chance of so few hits or fewer, were the foot of the band true; 0 to 1 */
                    belowBand: number;
                    /** @description chance of so many or more, were its top true; 0 to 1 */
                    aboveBand: number;
                } | null;
            };
            /** @description bands of published standards that have the phrase */
            standards: {
                yardstick: string;
                name: string;
                term: string;
                low: number;
                high: number;
                /** @description by the independent uses; null where `withheld` says so */
                inBand: {
                    /** @description the frequency lies in the band, ends included */
                    within: boolean;
                    /** @description chance of so few hits or fewer, were the foot of the band true; 0 to 1 */
                    belowBand: number;
                    /** @description chance of so many or more, were its top true; 0 to 1 */
                    aboveBand: number;
                } | null;
            }[];
            /** @description every null of this row, by its path such as standards.0.inBand: below 10 settled uses there are the raw counts alone */
            withheld: components["schemas"]["WithheldFigure"][];
        };
        OrderOfWords: {
            /** @description Kendall’s tau-b of what readers hear and what came true, over pairs of phrases: 1 as ordered, −1 reversed; null where no two differ, as `missing` says */
            tau: number | null;
            /** @description over pairs of statements; null as tau */
            weightedTau: number | null;
            /** @description what is called `lower` came true more often than what is called `higher` */
            violations: {
                lower: string;
                higher: string;
            }[];
            /** @description neighbours that cannot be told apart, lowest first */
            pooled: {
                phrases: string[];
                n: number;
                hits: number;
                frequency: number;
            }[];
        } | null;
        WordScores: {
            /** @description scored ones, in words or numbers */
            statements: number;
            inWords: number;
            /** @description each phrase at the mean of what readers hear: the headline */
            atMean: number;
            atMedian: number;
            /** @description over all that readers hear = atMean + lexiconVariance */
            expectedBrier: number;
            /** @description how much readers disagree: a fact about the lexicon, ranks nobody */
            lexiconVariance: number;
            /** @description expected logarithmic score, nats, 0 best */
            expectedLog: number | "Infinity";
            /** @description spread over the meanings of words: one meaning a phrase, or one a use */
            sd: {
                shared: number;
                independent: number;
            };
            /** @description if a phrase may mean anything between the 5 % and 95 % of readers, at each use or for all */
            bounds: {
                free: {
                    lowest: number;
                    highest: number;
                };
                shared: {
                    lowest: number;
                    highest: number;
                };
            };
            /** @description each phrase read as how often its other uses came true: discrimination, not calibration; null of no words */
            ownWords: number | null;
            /** @description comparable only where they cover the same */
            yardsticks: {
                yardstick: string;
                /** @description statements that the standard has words for; the scores are of these */
                covered: number;
                notCovered: string[];
                /** @description phrases within whose band the standard sets another */
                openBands: string[];
                free: {
                    lowest: number;
                    highest: number;
                } | null;
                /** @description one meaning a phrase, within its band */
                shared: {
                    lowest: number;
                    highest: number;
                } | null;
                midpoint: number | null;
                expectedUniform: number | null;
            }[];
        } | null;
        Comparisons: {
            author: components["schemas"]["Author"];
            /** @enum {string} */
            timing: "prospective" | "retrospective";
            /** @enum {string} */
            voice: "own" | "quoted";
            collectionId: string | null;
            /** @description of entered cohorts alone; else of everything due */
            entered: boolean;
            n: number;
            families: number;
            /** @description due and not settled */
            pending: number;
            comparisons: components["schemas"]["Comparison"][];
            versions: components["schemas"]["Versions"];
            /**
             * Format: date-time
             * @description the instant as of which this was read: what was known, and which months were over
             */
            asOf: string;
            /** @description the kept board that was asked for; null: none was */
            snapshot: {
                /** @description of a kept board: /v1/snapshots/{id} */
                id: string;
                /**
                 * Format: date-time
                 * @description the instant as of which that board was read
                 */
                at: string;
            } | null;
        };
        Comparison: {
            /** @description as `with` names it: others, baseline:<kind>, or the slug of an author */
            with: string;
            /** @enum {string} */
            kind: "author" | "others" | "baseline";
            author: components["schemas"]["Author"] | null;
            /** @enum {string|null} */
            baseline: "base-rate" | "market" | "crowd" | "status-quo" | null;
            /** @description questions that both answered and that are scored */
            common: number;
            /** @description event families among them */
            families: number;
            /** @description pairs on one question that are none, since its versions ask for something else (other-terms), in other days (other-window), or a person settled one of two that ask the same otherwise (decided-apart) */
            leftOut: {
                /** @enum {string} */
                reason: "other-terms" | "other-window" | "decided-apart";
                n: number;
            }[];
            difference: components["schemas"]["Difference"];
            /** @description paired t with the family for the unit, families − 1 degrees of freedom, of the same error as the interval; null where all families differ alike */
            test: {
                t: number;
                p: number;
            } | null;
            anytime: components["schemas"]["AnytimeEvidence"];
            /**
             * @description ahead or behind only where the confidence sequence leaves out 0
             * @enum {string|null}
             */
            finding: "ahead" | "behind" | "not-distinguishable" | null;
            sentence: string | null;
            /** @description of `others`: who they were, and what they lost each rather than their mean forecast */
            others: {
                /** @description how many others there were on a question, on average */
                mean: number;
                /** @description share of them who had spoken by the time the author did */
                before: number;
                /** @description the others’ mean Brier less the author’s: against what they lost each, not against their mean forecast */
                leaveOneOut: {
                    /** @description mean Brier of the other less that of the author, on the same questions: −1 to 1, above 0 the author is better */
                    value: number;
                    /** @description 95 %, clustered by family; null below two families */
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                    /** @description questions that both have a scored forecast on */
                    n: number;
                    /** @description event families among them */
                    families: number;
                };
            } | null;
            /** @description of two authors who both used words: bounds of each mean Brier if a phrase means anything between the 5 % and 95 % of readers, one meaning a phrase */
            words: {
                /** @enum {string} */
                finding: "first is better" | "second is better" | "cannot be distinguished";
                own: {
                    lowest: number;
                    highest: number;
                };
                theirs: {
                    lowest: number;
                    highest: number;
                };
            } | null;
            withheld: components["schemas"]["WithheldFigure"][];
        };
        AnytimeEvidence: {
            /** @description families behind it: of each what fell due in its first month, and of that what both had said at the first moment, by what each said first */
            terms: number;
            /** @description how many of these questions are not settled: they count for the worse */
            open: number;
            /** @description questions of these families that are left out, since they fell due or were said later */
            later: number;
            /**
             * Format: date-time
             * @description when an outcome of the author was last overturned: evidence started again there, with families of which nothing had been settled; null where none was
             */
            since: string | null;
            /** @description of the mean difference over families, valid at all times at once; may reach beyond −1 to 1 while there is little */
            sequence: {
                low: number;
                high: number;
                level: number;
            } | null;
            /** @description other sequences of the same difference, chosen beforehand or not at all: no finding rests on them */
            alternatives: {
                /** @description from the number of families alone: wider where differences vary little */
                hoeffding: {
                    low: number;
                    high: number;
                    level: number;
                };
                /** @description by polynomial stitching: tighter for very long runs only */
                stitched: {
                    low: number;
                    high: number;
                    level: number;
                };
            } | null;
            /** @description e-value for the author being better, as it stands now: 20 is strong */
            ahead: number | "Infinity";
            /** @description for the other being better; no complement of `ahead` */
            behind: number | "Infinity";
        } | null;
        CallPage: {
            author: components["schemas"]["Author"];
            /** @enum {string} */
            timing: "prospective" | "retrospective";
            /** @enum {string} */
            voice: "own" | "quoted";
            collectionId: string | null;
            /** @enum {string} */
            order: "best" | "worst";
            /** @description scored forecasts, on all pages */
            n: number;
            items: components["schemas"]["Call"][];
            next: string | null;
            /** @description the rule by which there are none */
            withheld: components["schemas"]["WithheldFigure"][];
            versions: components["schemas"]["Versions"];
            /**
             * Format: date-time
             * @description the instant as of which this was read: what was known, and which months were over
             */
            asOf: string;
            /** @description the kept board that was asked for; null: none was */
            snapshot: {
                /** @description of a kept board: /v1/snapshots/{id} */
                id: string;
                /**
                 * Format: date-time
                 * @description the instant as of which that board was read
                 */
                at: string;
            } | null;
        };
        Call: {
            /** @description id, prd_… */
            predictionId: string;
            /** @description verbatim, at most 300 characters; null where nothing was quoted */
            quote: string | null;
            said: components["schemas"]["Moment"];
            form: components["schemas"]["Form"];
            /** @description of the positive event; words at the mean of the lexicon */
            probability: number;
            /** @enum {string} */
            outcome: "yes" | "no";
            /** @description (probability − outcome)², 0 best, 1 worst: its part in the mean Brier score, times n */
            loss: number;
            /** @description −ln of the probability of what happened, nats, 0 best */
            logLoss: number | "Infinity";
            /** @description where it was said; null for what was submitted or imported */
            commentary: {
                /** @description id, cmt_… */
                id: string;
                title: string | null;
                url: string | null;
            } | null;
            question: {
                /** @description id, qst_… */
                id: string;
                /** @description id, qsv_… */
                versionId: string;
                wording: string;
                windowEnd: components["schemas"]["Day"] | null;
            };
            resolution: {
                /** @description id, res_… */
                id: string;
                settledAt: components["schemas"]["Instant"];
                /** @description where the whole log of the question stands */
                log: string;
                sources: {
                    /** @description id, evd_… */
                    evidenceId: string;
                    /** @enum {string} */
                    kind: "report" | "figure" | "coverage" | "search-statement";
                    /** @description it is what the outcome rests on */
                    deciding: boolean;
                    title: string | null;
                    url: string | null;
                    /** @description SHA-256 of the archived copy */
                    archiveSha256: string | null;
                }[];
            };
        };
        /**
         * @example {
         *       "wording": "The harbour bridge opens to traffic.",
         *       "criteria": "Yes once a car may cross it, by a report of the harbour office.",
         *       "windowStart": "2026-10-05",
         *       "windowEnd": "2031-03-31",
         *       "referenceAt": "2031-01-01T00:00:00.000Z"
         *     }
         * @example {
         *       "wording": "Who wins the next election of the council?",
         *       "criteria": "The one whom the council declares elected.",
         *       "windowStart": "2026-10-05",
         *       "windowEnd": "2031-03-31",
         *       "options": [
         *         {
         *           "label": "Ada Quill"
         *         },
         *         {
         *           "label": "Bo Reed"
         *         },
         *         {
         *           "label": "somebody else",
         *           "other": true
         *         }
         *       ]
         *     }
         */
        CreateQuestion: {
            wording: string;
            criteria?: string;
            /**
             * @default as-worded
             * @enum {string}
             */
            orientation?: "as-worded" | "opposite";
            /** @default null */
            condition?: string | null;
            trigger?: components["schemas"]["NamedTrigger"];
            windowStart: components["schemas"]["Day"];
            windowEnd: components["schemas"]["Day"] | null;
            /**
             * @default stated
             * @enum {string}
             */
            windowSource?: "stated" | "rule" | "default";
            /**
             * Format: date-time
             * @description needed where forecasts are submitted
             */
            referenceAt?: string;
            /** @description rules that propose the outcome; none: a person finds it */
            resolvers?: components["schemas"]["Resolver"][];
            /** @description makes it categorical: one of these comes; an `other` among them lets more be added later */
            options?: components["schemas"]["FirstOption"][];
            /** @description id, fam_… */
            familyId?: string;
            /** @description id or slug */
            collection?: string;
        };
        FirstOption: {
            label: string;
            /**
             * @description the catch-all: whatever is no named option
             * @enum {boolean}
             */
            other?: true;
        };
        /**
         * @description what is left out stays as in the version followed
         * @example {
         *       "expectedVersion": 1,
         *       "windowEnd": "2031-06-30",
         *       "reason": "the works were put off for a quarter"
         *     }
         * @example {
         *       "expectedVersion": 1,
         *       "criteria": "Yes once a bus may cross it as well.",
         *       "reason": "what opens was not said"
         *     }
         */
        AddVersion: {
            /** @description number of the version that this one follows */
            expectedVersion: number;
            wording?: string;
            criteria?: string;
            /** @enum {string} */
            orientation?: "as-worded" | "opposite";
            condition?: string | null;
            /** @description once something was said, only words of a condition can be given theirs */
            trigger?: {
                /** @description id, qst_… */
                questionId: string;
                /**
                 * @description of the positive event of that version
                 * @enum {string}
                 */
                outcome: "yes" | "no";
                /**
                 * @description true: only what surely happened after the trigger came true shows this one; false: its window alone decides
                 * @default false
                 */
                gates?: boolean;
            } | null;
            windowStart?: components["schemas"]["Day"];
            windowEnd?: components["schemas"]["Day"] | null;
            /** @enum {string} */
            windowSource?: "stated" | "rule" | "default";
            referenceAt?: components["schemas"]["Instant"] | null;
            resolvers?: components["schemas"]["Resolver"][];
            reason: string;
        };
        AddOption: {
            label: string;
            reason: string;
        };
        QuestionPage: {
            items: components["schemas"]["FlaggedQuestion"][];
            next: string | null;
        };
        FlaggedQuestion: {
            /** @description id, qst_… */
            id: string;
            /** @enum {string} */
            kind: "binary" | "categorical";
            /**
             * @description a cache of the resolution log
             * @enum {string}
             */
            status: "open" | "due" | "resolved" | "void";
            outcome: ("yes" | "no") | string | null;
            /** @enum {string|null} */
            voidReason: "annulled" | "ambiguous" | "not-applicable" | null;
            /** @description id, fam_… */
            familyId: string;
            /** @description what it is about, as whoever sorts it says */
            topics: components["schemas"]["TopicSlug"][];
            version: components["schemas"]["QuestionVersion"];
            recordedAt: components["schemas"]["Instant"];
            /** @description what stands here is disputed, or was; newest first */
            disputes: components["schemas"]["DisputeMark"][];
        };
        QuestionDetail: {
            /** @description id, qst_… */
            id: string;
            /** @enum {string} */
            kind: "binary" | "categorical";
            /**
             * @description a cache of the resolution log
             * @enum {string}
             */
            status: "open" | "due" | "resolved" | "void";
            outcome: ("yes" | "no") | string | null;
            /** @enum {string|null} */
            voidReason: "annulled" | "ambiguous" | "not-applicable" | null;
            /** @description id, fam_… */
            familyId: string;
            /** @description what it is about, as whoever sorts it says */
            topics: components["schemas"]["TopicSlug"][];
            version: components["schemas"]["QuestionVersion"];
            recordedAt: components["schemas"]["Instant"];
            /** @description what stands here is disputed, or was; newest first */
            disputes: components["schemas"]["DisputeMark"][];
            /** @description of a categorical question, in their order; else none */
            options: components["schemas"]["QuestionOption"][];
            versions: components["schemas"]["QuestionVersion"][];
            /** @description topics given and taken, in order */
            topicChanges: components["schemas"]["TopicChange"][];
            /** @description the resolution log, first entry first */
            log: components["schemas"]["FlaggedResolution"][];
        };
        /** @description what the question has now, and what of this request was new */
        TopicsChanged: {
            topics: components["schemas"]["TopicSlug"][];
            changes: components["schemas"]["TopicChange"][];
        };
        /**
         * @example {
         *       "add": [
         *         "public-works"
         *       ],
         *       "reason": "it is about a bridge"
         *     }
         */
        ChangeTopics: {
            add?: components["schemas"]["TopicSlug"][];
            remove?: components["schemas"]["TopicSlug"][];
            reason: string;
        };
        TopicPage: {
            items: components["schemas"]["Topic"][];
            next: string | null;
        };
        Topic: {
            topic: components["schemas"]["TopicSlug"];
            questions: number;
            /** @description of these, given it once they had been decided */
            afterDecision: number;
        };
        /**
         * @example {
         *       "kind": "base-rate",
         *       "probability": 0.3,
         *       "at": "2026-10-01",
         *       "source": "3 of 10 bridges of the county opened in time"
         *     }
         */
        RecordBaseline: {
            /** @enum {string} */
            kind: "base-rate" | "market" | "crowd" | "status-quo";
            /** @description of the positive event of the version */
            probability: number;
            /** @description when it stood so: a day, an instant, or { earliest, latest } */
            at: components["schemas"]["Day"] | components["schemas"]["Instant"] | components["schemas"]["Moment"];
            source: string;
            /** Format: uri */
            url?: string;
            /** @description SHA-256 of the copy that was archived */
            archiveSha256?: string;
            /** @description number of the version it is of; the newest */
            version?: number;
            /** @description one of this question whose place it takes */
            corrects?: string;
            /** @description with `corrects`: why that was wrong */
            reason?: string;
        };
        BaselineResults: {
            /** @description one for each that was sent, in that order */
            items: components["schemas"]["BaselineResult"][];
            created: number;
            standing: number;
            /** @description how many were; each says why in its `problem` */
            refused: number;
        };
        /** @description what became of one, as if it had been sent alone */
        BaselineResult: {
            /** @enum {string} */
            result: "created" | "standing" | "refused";
            baseline: components["schemas"]["Baseline"] | null;
            problem: components["schemas"]["ItemProblem"];
        };
        ItemProblem: {
            /** @enum {string} */
            code: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal";
            detail: string;
            /** @description what to do about it */
            remedy: string;
            fields: {
                field: string;
                detail: string;
            }[];
        } | null;
        Baselines: {
            items: components["schemas"]["BaselineOn"][];
        };
        BaselineOn: {
            /** @description id, qst_… */
            questionId: string;
            /** @enum {string} */
            kind: "base-rate" | "market" | "crowd" | "status-quo";
            /** @description of the positive event of the version */
            probability: number;
            /** @description when it stood so: a day, an instant, or { earliest, latest } */
            at: components["schemas"]["Day"] | components["schemas"]["Instant"] | components["schemas"]["Moment"];
            source: string;
            /** Format: uri */
            url?: string;
            /** @description SHA-256 of the copy that was archived */
            archiveSha256?: string;
            /** @description number of the version it is of; the newest */
            version?: number;
            /** @description one of this question whose place it takes */
            corrects?: string;
            /** @description with `corrects`: why that was wrong */
            reason?: string;
        };
        BaselinePage: {
            items: components["schemas"]["Baseline"][];
            next: string | null;
        };
        QuestionResolvers: {
            /** @description id, qsv_… */
            versionId: string;
            /** @description the version of the rules */
            rules: string;
            items: components["schemas"]["ResolverState"][];
        };
        ResolverState: {
            /** @description id, qsv_… */
            versionId: string;
            position: number;
            rule: components["schemas"]["Resolver"];
            attempts: number;
            /** @description attempts that failed since one last worked */
            failures: number;
            lastAttemptAt: components["schemas"]["Instant"] | null;
            /**
             * Format: date-time
             * @description null: nothing more to try, until the question is reopened
             */
            nextAttemptAt: string | null;
            /** @description what the last attempt found, or what it waits for */
            lastReason: string | null;
            /** @description why the last attempt failed */
            lastError: {
                /** @enum {string} */
                code: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal";
                detail: string;
                remedy: string;
            } | null;
        };
        /**
         * @example {
         *       "questionId": "qst_01m80qrsxn6zssv4f1wcbpb0s8",
         *       "author": "ada-quill",
         *       "probability": 0.7
         *     }
         * @example {
         *       "act": "withdraw",
         *       "questionId": "qst_01m80qrsxn6zssv4f1wcbpb0s8",
         *       "author": "ada-quill"
         *     }
         */
        SubmitPrediction: {
            /** @enum {string} */
            act?: "state";
            /** @description id, qst_… */
            questionId: string;
            /** @description id or slug */
            author: string;
            /** @description of the positive event, 0 to 1 */
            probability?: number;
            /** @description of a categorical question: the share of every option, 1 in all */
            distribution?: components["schemas"]["Share"][];
            /**
             * Format: date-time
             * @description when it stops to stand by itself; left out: never
             */
            expiresAt?: string;
            rationale?: string;
        } | {
            /** @enum {string} */
            act: "reaffirm";
            /** @description id, qst_… */
            questionId: string;
            /** @description id or slug */
            author: string;
            /**
             * Format: date-time
             * @description when it stops to stand by itself; left out: never
             */
            expiresAt?: string;
            rationale?: string;
        } | {
            /** @enum {string} */
            act: "withdraw";
            /** @description id, qst_… */
            questionId: string;
            /** @description id or slug */
            author: string;
            rationale?: string;
        } | {
            /** @enum {string} */
            act: "mistake";
            /** @description a slip, within ten minutes of its recording */
            corrects: string;
            rationale?: string;
        };
        PredictionPage: {
            items: components["schemas"]["FlaggedPrediction"][];
            next: string | null;
        };
        PredictionDetail: {
            /** @description id, prd_… */
            id: string;
            /** @description id, aut_… */
            authorId: string;
            authorName: string;
            /** @description id, qst_… */
            questionId: string;
            /** @description id, qsv_… */
            versionId: string;
            /** @enum {string} */
            act: "state" | "reaffirm" | "withdraw" | "mistake";
            /** @description what was said; null where the act says no forecast */
            form: string | null;
            /** @description of the positive event, under the lexicon named */
            probability: number | null;
            /** @description of a categorical question, over the options of then */
            distribution: components["schemas"]["Share"][] | null;
            lexiconVersion: string;
            /** @description what is reaffirmed, withdrawn, or was a mistake */
            refersTo: string | null;
            /**
             * Format: date-time
             * @description when it stops to stand by itself
             */
            expiresAt: string | null;
            said: components["schemas"]["Moment"];
            /** @enum {string} */
            attribution: "own" | "quoted" | "reported";
            /** @enum {string} */
            directness: "verbatim" | "paraphrase";
            weakHedge: boolean;
            /** @description false = listed, never scored */
            scoreable: boolean;
            unscoredReason: string | null;
            /** @enum {string} */
            origin: "commentary" | "submitted" | "imported";
            /** @description submitted with a key that is marked as a bot’s */
            bot: boolean;
            /** @description what takes it back, so that it counts as never said; null of all that stands as it was recorded */
            takenBack: {
                /** @description the act that marks it as a mistake */
                predictionId: string;
                /** @description why the acceptance was undone; null of what its author marks */
                reason: string | null;
                recordedAt: components["schemas"]["Instant"];
            } | null;
            /** @description withheld where the acceptance was undone: the passage is for reviewers again */
            quote: string | null;
            /** @description id, cmt_… */
            commentaryId: string | null;
            /** @description id, cnd_… */
            candidateId: string | null;
            /** @description id, imp_… */
            importId: string | null;
            /** @description of a statement recorded by hand: why it is one, though extraction did not find it */
            recordingReason: string | null;
            digest: string;
            recordedAt: components["schemas"]["Instant"];
            /** @description what stands here is disputed, or was; newest first */
            disputes: components["schemas"]["DisputeMark"][];
            counting: components["schemas"]["Counting"];
            /** @description what it is held against, a line for each kind */
            baselines: components["schemas"]["HeldAgainst"][];
            /** @description of a distribution, once it is resolved: half the sum of squares, 0 best, 1 worst; else null */
            brier: number | null;
        };
        Counting: {
            /** @description it is the one that is or will be scored, as far as is known now */
            counts: boolean;
            /** @description why it does not count, or what it waits for though its question is settled; null where neither */
            reason: string | null;
        };
        HeldAgainst: {
            /** @enum {string} */
            kind: "base-rate" | "market" | "crowd" | "status-quo";
            /** @description as recorded, of its own version */
            baseline: {
                /** @description id, bsl_… */
                id: string;
                /** @description id, qst_… */
                questionId: string;
                /** @description id, qsv_… */
                versionId: string;
                /** @enum {string} */
                kind: "base-rate" | "market" | "crowd" | "status-quo";
                /** @description of the positive event of this version */
                probability: number;
                /** @description when it stood so */
                at: {
                    earliest: components["schemas"]["Instant"];
                    latest: components["schemas"]["Instant"];
                };
                /** @description what it was read from or reckoned by */
                source: string;
                url: string | null;
                /** @description SHA-256 of the archived copy */
                archiveSha256: string | null;
                /** @description the one whose place it takes */
                corrects: string | null;
                /** @description why that was wrong */
                reason: string | null;
                /** @description the one that took its place; null = it stands */
                correctedBy: string | null;
                digest: string;
                recordedAt: components["schemas"]["Instant"];
            } | null;
            /** @description the same of the positive event of the forecast’s version, which may be oriented the other way */
            probability: number | null;
            reason: string | null;
        };
        /** @description what stood when, in order; intervals are half-open */
        ForecastHistory: {
            items: components["schemas"]["ForecastInterval"][];
            closesAt: components["schemas"]["Instant"] | null;
        };
        ForecastInterval: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"] | null;
            form: components["schemas"]["Form"];
            /** @description id, prd_… */
            predictionId: string;
            /** @enum {string|null} */
            endedBy: "restated" | "withdrawn" | "expired" | "closed" | null;
        };
        Receipt: {
            /** @description id, prd_… */
            predictionId: string;
            /** @description SHA-256 over the salted digests of all fields, hexadecimal */
            digest: string;
            recordedAt: components["schemas"]["Instant"];
            /** @description its place in the ledger; null until it is sealed */
            sealedPosition: number | null;
            /** @description what the digest covers, for the key that recorded it; null for others */
            fact: {
                /** @enum {string} */
                kind: "prediction";
                fields: {
                    [key: string]: unknown;
                };
                salts: {
                    [key: string]: string;
                };
            } | null;
        };
        BatchLine: components["schemas"]["BatchItem"] | components["schemas"]["BatchEnd"] | components["schemas"]["BatchProgress"];
        BatchItem: {
            /** @description where the item begins, from 1; the first line of a CSV names the columns */
            line: number;
            /** @enum {string} */
            status: "recorded" | "standing" | "refused";
            /** @description of what was recorded, or stands already */
            id?: string;
            /** @description why it was refused, as if it had been sent alone */
            problem?: {
                /** @enum {string} */
                code: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal";
                detail: string;
                /** @description what to do about it */
                remedy: string;
                fields: {
                    field: string;
                    detail: string;
                }[];
            };
        };
        /** @description the last line; an answer without it was cut off on its way */
        BatchEnd: {
            /** @description false: it broke off; send it again from the line after `through` */
            done: boolean;
            /** @description every line up to it is answered, and what was recorded of them is kept */
            through: number;
            recorded: number;
            standing: number;
            refused: number;
            /** @description why it broke off */
            problem?: {
                /** @enum {string} */
                code: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal";
                detail: string;
                /** @description what to do about it */
                remedy: string;
                fields: {
                    field: string;
                    detail: string;
                }[];
            };
            /** @description what to do about it */
            resume?: string;
        };
        /** @description with answers=refused */
        BatchProgress: {
            /** @description every line up to it is answered, and what was recorded of them is kept */
            through: number;
            recorded: number;
            standing: number;
            refused: number;
        };
        /**
         * @example {
         *       "step": "settle",
         *       "questionId": "qst_01m80qrsxn6zssv4f1wcbpb0s8",
         *       "outcome": "yes",
         *       "evidence": [
         *         {
         *           "kind": "report",
         *           "bearing": "shows",
         *           "eventId": "evt_01m80qrsxn6zssv4f1wcbpb0s8"
         *         }
         *       ],
         *       "reason": "the gazette reports the opening"
         *     }
         * @example {
         *       "step": "void",
         *       "questionId": "qst_01m80qrsxn6zssv4f1wcbpb0s8",
         *       "voidReason": "annulled",
         *       "reason": "the bridge was never to be built"
         *     }
         * @example {
         *       "step": "reopen",
         *       "questionId": "qst_01m80qrsxn6zssv4f1wcbpb0s8",
         *       "reason": "the report was withdrawn"
         *     }
         */
        ResolveQuestion: {
            /** @enum {string} */
            step: "settle";
            /** @description an older version, on its own terms: what was said on it is settled, or open again, and nothing else */
            version?: number;
            outcome: components["schemas"]["Outcome"];
            evidence: components["schemas"]["EvidenceInput"][];
            /** @description id, qst_… */
            questionId: string;
            reason: string;
            /**
             * @description true reopens a decided question and decides it anew
             * @default false
             */
            correct?: boolean;
        } | {
            /** @enum {string} */
            step: "void";
            /** @enum {string} */
            voidReason: "annulled" | "ambiguous" | "not-applicable";
            /** @default [] */
            evidence?: components["schemas"]["EvidenceInput"][];
            /** @description id, qst_… */
            questionId: string;
            reason: string;
            /**
             * @description true reopens a decided question and decides it anew
             * @default false
             */
            correct?: boolean;
        } | {
            /** @enum {string} */
            step: "reopen";
            /** @description an older version, on its own terms: what was said on it is settled, or open again, and nothing else */
            version?: number;
            /** @description id, qst_… */
            questionId: string;
            reason: string;
        };
        /**
         * @example {
         *       "kind": "report",
         *       "bearing": "shows",
         *       "eventId": "evt_01m80qrsxn6zssv4f1wcbpb0s8"
         *     }
         * @example {
         *       "kind": "report",
         *       "bearing": "shows",
         *       "url": "https://example.org/news/bridge-opens"
         *     }
         * @example {
         *       "kind": "coverage",
         *       "sourceId": "src_01m80qrsxn6zssv4f1wcbpb0s8",
         *       "readThrough": "2026-06-30"
         *     }
         * @example {
         *       "kind": "search-statement",
         *       "readThrough": "2026-06-30",
         *       "statement": "read the minutes of the council: nothing"
         *     }
         */
        EvidenceInput: {
            /** @enum {string} */
            kind: "report" | "figure" | "coverage" | "search-statement";
            /**
             * @description towards the positive event
             * @default none
             * @enum {string}
             */
            bearing?: "shows" | "excludes" | "none";
            /** @description categorical questions: the option it bears on */
            optionId?: string;
            /** @description id, evt_… */
            eventId?: string;
            /** @description needed for coverage */
            sourceId?: string;
            /** @description id, cmt_… */
            commentaryId?: string;
            quote?: string;
            /** Format: uri */
            url?: string;
            /**
             * Format: date
             * @description needed for coverage and search statements
             */
            readThrough?: string;
            /** @description needed for search statements */
            statement?: string;
        };
        OpenedImport: {
            import: components["schemas"]["Import"];
            /** @description in which what it brings is ranked, apart from everything else */
            collection: {
                /** @description id, col_… */
                id: string;
                slug: string;
                name: string;
                /** @description which outlets and dates, chosen how */
                rule: string;
                readWhole: boolean;
                /** @description what a reader of its boards must know */
                caveat: string | null;
                /** @description the outlets, where the frame names them */
                sourceIds: string[];
                publishedFrom: components["schemas"]["Day"] | null;
                /**
                 * Format: date
                 * @description last day of publication in the frame; null = it goes on
                 */
                publishedUntil: string | null;
                recordedAt: components["schemas"]["Instant"];
            };
            created: boolean;
        };
        OpenImport: {
            name: string;
            /** @description whose forecasts and outcomes these are: `Fatebook` */
            source: string;
            /** @description under which they may be shown */
            licence: string;
            /** @description what a reader must know: what was read how */
            note: string;
            /**
             * @description it holds everything that the source has of its frame, rather than a choice
             * @default false
             */
            whole?: boolean;
        };
        ImportForecast: {
            /** @description by which the source knows the question: its id, or what it is told apart by */
            question: string;
            /** @description by which the source knows the forecast */
            forecast: string;
            wording: string;
            criteria?: string;
            /**
             * Format: uri
             * @description of the question at its source
             */
            url?: string;
            /**
             * Format: date-time
             * @description when the source had published the question: its criteria count as fixed then
             */
            askedAt: string;
            /**
             * Format: date
             * @description last day on which it may come true, UTC
             */
            windowEnd: string;
            author: string;
            probability: components["schemas"]["Probability"];
            /** @description when it was said, by the source: a day, an instant, or { earliest, latest } */
            said: components["schemas"]["Day"] | components["schemas"]["Instant"] | components["schemas"]["Moment"];
        };
        ImportOutcome: {
            question: string;
            /**
             * @description void: the source annulled it, or could not tell
             * @enum {string}
             */
            outcome: "yes" | "no" | "void";
            /**
             * Format: date-time
             * @description when the source resolved it
             */
            resolvedAt: string;
            /** Format: uri */
            url?: string;
        };
        /**
         * @example {
         *       "questionId": "qst_01m80qrsxn6zssv4f1wcbpb0s8",
         *       "quote": "The harbour bridge will probably open by the end of March 2031",
         *       "phrase": "probably",
         *       "reason": "a forecast that extraction passed over"
         *     }
         */
        RecordStatement: {
            /** @description id, qst_… */
            questionId: string;
            /** @description the words as they stand in the commentary, letter by letter */
            quote: string;
            /** @description the named person whose words are quoted; left out: the voice of the commentary */
            claimant?: string;
            /**
             * @default verbatim
             * @enum {string}
             */
            directness?: "verbatim" | "paraphrase";
            /** @description where the words hold a number, which must stand in the quote: of the positive event */
            probability?: number;
            /** @description a phrase of the lexicon, which must stand in the quote */
            phrase?: string;
            /**
             * @description of the phrase: said of the positive event or its opposite
             * @default +
             * @enum {string}
             */
            polarity?: "+" | "-";
            /** @description why these words are a forecast on this question, though extraction did not find them */
            reason: string;
        };
        RecordedEvent: {
            event: components["schemas"]["Event"];
            created: boolean;
            /** @description what was sent and the event that stands does not carry: cite a further report as evidence with a source and address of its own */
            notTaken: ("kind" | "entities" | "published" | "sourceId" | "commentaryId" | "quote" | "url")[];
        };
        RecordEvent: {
            title: string;
            /** @description what sort of event, a slug: rate-decision */
            kind?: string;
            /** @description who and what it is about; two spellings of a name count as one */
            entities?: string[];
            /** @description a day, an instant, or { earliest, latest } */
            happened: components["schemas"]["Day"] | components["schemas"]["Instant"] | components["schemas"]["Moment"];
            /** @description when it was reported; left out, the commentary’s date or when it happened */
            published?: components["schemas"]["Day"] | components["schemas"]["Instant"] | components["schemas"]["Moment"];
            /** @description id, src_… */
            sourceId?: string;
            /** @description id, cmt_… */
            commentaryId?: string;
            /** @description exact words of the commentary, if one is named */
            quote?: string;
            /** Format: uri */
            url?: string;
        };
        EventPage: {
            items: components["schemas"]["Event"][];
            next: string | null;
        };
        Archive: {
            sha256: string;
            /** @description where it was fetched */
            url: string;
            /** @description as it was sent; the bytes are never served as such */
            mediaType: string;
            /** @description in bytes */
            size: number;
            fetchedAt: components["schemas"]["Instant"];
        };
        EventCandidatePage: {
            items: components["schemas"]["EventCandidate"][];
            next: string | null;
        };
        NearEvents: {
            /** @description events that stand: join one by its id */
            events: {
                event: components["schemas"]["Event"];
                similarity: number;
                reason: string;
            }[];
            /** @description candidates of other commentaries */
            candidates: {
                candidate: components["schemas"]["EventCandidate"];
                similarity: number;
                reason: string;
            }[];
        };
        ReviewedEventCandidate: {
            candidate: components["schemas"]["EventCandidate"];
            event: components["schemas"]["Event"] | null;
        };
        ReviewEventCandidate: {
            /** @enum {string} */
            decision: "accept" | "reject";
            reason: string;
            /** @description accept: it tells of this event, which stands */
            eventId?: string;
            /** @description accept: left out, as the candidate says */
            title?: string;
            /** @description accept: left out, the days of the candidate; needed where those have no first day */
            happened?: components["schemas"]["Day"] | components["schemas"]["Instant"] | components["schemas"]["Moment"];
            /** @description what sort of event, a slug: rate-decision */
            kind?: string;
            /** @description accept: left out, the names in the candidate */
            entities?: string[];
        };
        QuestionEvidence: {
            /** @description id, qst_… */
            questionId: string;
            /** @description the version of the rules of the search */
            rules: string;
            /**
             * Format: date
             * @description what was published later is searched: the day of the first statement
             */
            since: string;
            /** @description what was recorded as evidence, in its order */
            recorded: components["schemas"]["Evidence"][];
            /** @description what the search proposes, best first; it settles nothing */
            found: components["schemas"]["FoundEvidence"][];
            /** @description what the search left out and why; null: nothing */
            withheld: string | null;
        };
        FoundEvidence: {
            /** @description how much of the claim it speaks of; 1 is about all of it */
            score: number;
            /**
             * @description towards the claim as worded; no stance settles anything
             * @enum {string}
             */
            stance: "for" | "against" | "unclear";
            /** @description what it speaks of, and why that stance */
            reasons: string[];
            /** @description id, cmt_… */
            commentaryId: string | null;
            textVersion: number | null;
            /** @description where the words are those of a recorded event */
            eventId: string | null;
            publishedOn: components["schemas"]["Day"];
            /** @description of the sentence, in UTF-16 units of that version of the text */
            start: number;
            end: number;
            /** @description at most 300 characters */
            quote: string;
        };
        BorneOnList: {
            items: components["schemas"]["BorneOn"][];
        };
        BorneOn: {
            /** @description how much of the claim it speaks of; 1 is about all of it */
            score: number;
            /**
             * @description towards the claim as worded; no stance settles anything
             * @enum {string}
             */
            stance: "for" | "against" | "unclear";
            /** @description what it speaks of, and why that stance */
            reasons: string[];
            /** @description id, cmt_… */
            commentaryId: string | null;
            textVersion: number | null;
            /** @description where the words are those of a recorded event */
            eventId: string | null;
            publishedOn: components["schemas"]["Day"];
            /** @description of the sentence, in UTF-16 units of that version of the text */
            start: number;
            end: number;
            /** @description at most 300 characters */
            quote: string;
            question: components["schemas"]["Question"];
        };
        RecordedProposal: {
            proposal: components["schemas"]["Proposal"];
            created: boolean;
        };
        ProposalTrial: {
            /**
             * @description once decided: settled; pending: its evidence does not carry it yet; conflict: the question is decided, or another outcome is proposed
             * @enum {string}
             */
            wouldBe: "settled" | "pending" | "conflict";
            reason: string;
            /**
             * @description of what holds it back
             * @enum {string|null}
             */
            code: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal" | null;
            remedy: string | null;
            /** @description the same proposal, where it is recorded already */
            stands: {
                /** @description id, prp_… */
                id: string;
                /** @description id, qst_… */
                questionId: string;
                outcome: components["schemas"]["Outcome"];
                rationale: string;
                /** @enum {string} */
                status: "pending" | "settled" | "declined";
                reason: string | null;
                /**
                 * @description the kind of rule that proposed it; null: a person or a key
                 * @enum {string|null}
                 */
                resolver: "by-event" | "feed" | "silence" | "judge" | null;
                /** @description the version of the rules */
                rules: string | null;
                inputs: components["schemas"]["ResolverInputs"];
                evidence: components["schemas"]["Evidence"][];
                recordedAt: components["schemas"]["Instant"];
                decidedAt: components["schemas"]["Instant"] | null;
            } | null;
        };
        /**
         * @example {
         *       "questionId": "qst_01m80qrsxn6zssv4f1wcbpb0s8",
         *       "outcome": "yes",
         *       "evidence": [
         *         {
         *           "kind": "report",
         *           "bearing": "shows",
         *           "eventId": "evt_01m80qrsxn6zssv4f1wcbpb0s8"
         *         }
         *       ],
         *       "rationale": "the gazette reports the opening"
         *     }
         */
        ProposeOutcome: {
            /** @description id, qst_… */
            questionId: string;
            outcome: components["schemas"]["Outcome"];
            evidence: components["schemas"]["EvidenceInput"][];
            rationale: string;
        };
        ProposalPage: {
            items: components["schemas"]["Proposal"][];
            next: string | null;
        };
        DecidedProposal: {
            proposal: components["schemas"]["Proposal"];
            question: components["schemas"]["Question"];
        };
        DecideProposal: {
            /** @enum {string} */
            decision: "settle" | "decline";
            reason: string;
        };
        ResolvedQuestion: {
            question: components["schemas"]["Question"];
            /** @description of a correction: what it did to each author */
            scoreChanges: components["schemas"]["ScoreChange"][];
        };
        ResolutionPage: {
            items: components["schemas"]["FlaggedResolution"][];
            next: string | null;
        };
        ScoreChangePage: {
            items: components["schemas"]["ScoreChange"][];
            next: string | null;
        };
        ComputedScores: {
            /** @description what was taken for granted */
            notes: string[];
            authors: components["schemas"]["ComputedReport"][];
            /** @description null: one author has nobody to be compared with */
            board: {
                placed: {
                    author: string;
                    /** @description one more than the number of authors who are better beyond the interval, never smaller than that of anybody above */
                    rank: number;
                    /** @description compared on ten common questions and not told apart */
                    tiedWith: string[];
                    /** @description from the other authors, on common questions */
                    difference: {
                        /** @description mean Brier of the other less that of the author, on the same questions: −1 to 1, above 0 the author is better */
                        value: number;
                        /** @description 95 %, clustered by family; null below two families */
                        interval: {
                            low: number;
                            high: number;
                            level: number;
                        } | null;
                        /** @description questions that both have a scored forecast on */
                        n: number;
                        /** @description event families among them */
                        families: number;
                    };
                }[];
                unplaced: {
                    author: string;
                    rule: string;
                }[];
            } | null;
            /** @description of resampled figures; null: the counts of each author, so that they alone give all again */
            seed: string | null;
            versions: {
                scoring: string;
                lexicon: string;
            };
        };
        ComputedReport: {
            author: string;
            /** @description scored forecasts */
            n: number;
            /** @description independent families behind them */
            families: number;
            /** @description how many of the scored ones were said in words */
            inWords: number;
            /** @description due and not settled; they bound the figures */
            open: number;
            void: number;
            /** @description later forecasts on a question that was forecast before; not scored */
            restatements: number;
            /** @description bare may, might, could or possible; not scored */
            weakHedges: number;
            /** @description positive events */
            hits: number | null;
            expectedHits: number | null;
            baseRate: number | null;
            /** @description exact p of the number of hits under the stated probabilities (Poisson-binomial) if all questions are independent: too small where they come in families; `gap` with its interval is what judges */
            hitTest: {
                atMost: number;
                atLeast: number;
                twoSided: number;
            } | null;
            /** @description the same if the questions of a family stand or fall together: exact, and too large where they hang together less; equal to hitTest of one question a family */
            familyHitTest: {
                atMost: number;
                atLeast: number;
                twoSided: number;
            } | null;
            /** @description mean forecast − base rate; above 0 more was said than happened */
            gap: {
                value: number;
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            } | null;
            /** @description mean (p − o)², 0 best, 1 worst; 0.25 = always 50 %; error and interval clustered by family */
            brier: {
                mean: number;
                error: number | null;
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            } | null;
            /** @description nats, 0 best; clipped to [.001, .999] */
            logScore: {
                raw: number | "Infinity";
                clipped: number;
            } | null;
            /** @description 100 · (log₂ of the probability of what happened + 1), clipped: 0 = always 50 %, higher is better */
            baselineScore: number | null;
            /** @description against always 50 % and against the base rate of the same outcomes */
            skill: {
                half: {
                    /** @description 1 − Brier/reference: 1 best, 0 as good as the reference */
                    skill: number;
                    /** @description mean Brier of the reference */
                    reference: number;
                    /** @description standard error by the delta method, clustered by family */
                    sd: number | null;
                    /** @description 95 %, clustered by family; no lower end */
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                } | null;
                baseRate: components["schemas"]["InSampleSkill"];
            } | null;
            /** @description where each figure could still go while questions are open */
            bounds: {
                brier: {
                    lowest: number;
                    highest: number;
                };
                logScore: {
                    lowest: number;
                    highest: number;
                };
                hitRate: {
                    lowest: number;
                    highest: number;
                };
                /** @description of its two-sided p */
                hitTest: {
                    lowest: number;
                    highest: number;
                };
                gap: {
                    lowest: number;
                    highest: number;
                };
                right: {
                    lowest: number;
                    highest: number;
                };
                overconfidence: {
                    lowest: number;
                    highest: number;
                };
                allYes: number;
                allNo: number;
                groups: ({
                    lowest: number;
                    highest: number;
                } | null)[];
                curve: {
                    lowest: number;
                    highest: number;
                    p: number;
                }[];
            } | null;
            /** @description confidence claimed for the likelier side, and how often that side came */
            leaning: {
                claimed: {
                    value: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                };
                right: {
                    value: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                };
                overconfidence: {
                    value: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                };
            } | null;
            groups: {
                /** @enum {string} */
                range: "p <= 1/3" | "1/3 < p < 2/3" | "p >= 2/3";
                n: number;
                hits: number;
                meanForecast: number | null;
                observed: number | null;
                wilson: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            }[] | null;
            /** @description CORP reliability: isotonic (PAV) frequencies by stated probability */
            curve: {
                points: {
                    p: number;
                    n: number;
                    hits: number;
                    recalibrated: number;
                }[];
                blocks: {
                    low: number;
                    high: number;
                    n: number;
                    hits: number;
                    recalibrated: number;
                }[];
                bands: components["schemas"]["CurveBands"];
            } | null;
            /** @description z and p over families, which judge; above 0 over-confident */
            spiegelhalter: {
                z: number;
                p: number;
                /** @description how much more the sums of families vary than those of independent questions; at least 1 */
                designEffect: number;
                /** @description the same test if all questions were independent */
                independent: {
                    z: number;
                    p: number;
                };
            } | null;
            /** @description Cox recalibration, p within [.01, .99]: slope below 1 over-confident, above 1 under-confident */
            slope: {
                slope: {
                    value: number;
                    error: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    };
                };
                intercept: {
                    value: number;
                    error: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    };
                } | null;
            } | null;
            /** @description evidence against calibration, one factor per family, of what was said of it first, valid whenever one looks: what a family waits for counts at the lesser of its factors */
            eValue: {
                e: number | "Infinity";
                log: number | "Infinity";
                /**
                 * Format: date-time
                 * @description when an outcome of the author was last overturned: evidence started again there, with families of which nothing had been settled; left out where none was
                 */
                since?: string;
                /** @description statements left out, settled or open: made after the first of their question or family; left out where none was */
                later?: number;
            } | null;
            /** @description Brier = mcb − dsc + unc (CORP), the same of the log score, and the mcb that luck alone gives */
            decomposition: {
                mcb: number;
                dsc: number;
                unc: number;
                log: {
                    mcb: number | "Infinity";
                    dsc: number;
                    unc: number;
                };
                chance: components["schemas"]["Chance"];
            } | null;
            /** @description 1 best, .5 none; interval clustered by family */
            auc: {
                auc: number;
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            } | null;
            /** @description Murphy by distinct p: Brier = rel − res + unc */
            murphy: {
                rel: number;
                res: number;
                unc: number;
                debiased: {
                    rel: number;
                    res: number;
                    unc: number;
                } | null;
                /** @description over tenths: Brier = rel − res + unc + wbv − wbc, the last two what binning hides */
                binned: {
                    rel: number;
                    res: number;
                    unc: number;
                    wbv: number;
                    wbc: number;
                };
            } | null;
            /** @description over tenths [i/10, (i+1)/10); never without what luck alone gives */
            calibrationError: {
                ece: number;
                mce: number;
                chance: components["schemas"]["Chance"];
            } | null;
            /** @description every figure that is null, by its path, and why */
            missing: {
                field: string;
                reason: string;
            }[];
            /** @description what a public page would withhold of this, by which rule */
            withheldOnPages: components["schemas"]["WithheldFigure"][];
            /** @description e-BH is over all authors of the request with 30 families; `survivesEBH` is of these. null: nothing is settled */
            verdict: {
                /** @enum {string} */
                code: "too-few-to-judge" | "certainty-failed" | "miscalibrated:over-confident" | "miscalibrated:under-confident" | "miscalibrated:says-too-much" | "miscalibrated:says-too-little" | "miscalibrated:over-confident-and-says-too-much" | "miscalibrated:over-confident-and-says-too-little" | "miscalibrated:under-confident-and-says-too-much" | "miscalibrated:under-confident-and-says-too-little" | "miscalibrated:undirected" | "miscalibrated-within-margin" | "strong-alone" | "hints:over-confident" | "hints:under-confident" | "hints:says-too-much" | "hints:says-too-little" | "hints:over-confident-and-says-too-much" | "hints:over-confident-and-says-too-little" | "hints:under-confident-and-says-too-much" | "hints:under-confident-and-says-too-little" | "hints:undirected" | "more-than-luck" | "no-sign" | "no-sign-but-interval" | "well-calibrated";
                /** @description about the sample, never the person */
                sentence: string;
                evidence: {
                    statements: number;
                    families: number;
                    /** @description against calibration, one term per family, what a family waits for at the lesser of its factors: 20 is strong, 6 hints */
                    eValue: number | "Infinity";
                    /** @description miscalibration of one forecast per family within what 95 % of perfect forecasters show */
                    mcbWithinChance: boolean;
                    /** @description kept by e-BH at 10 % over all authors of the board with 30 families */
                    survivesEBH: boolean;
                    slope: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                    gap: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                    /** @description every question was worded by rule (positive is the departure from the status quo): so a gap has a direction */
                    canonicalOrientation: boolean;
                    /** @description chance that this sample would have shown a slope of 0.6, 0 to 1 */
                    power: number;
                    /**
                     * Format: date-time
                     * @description when an outcome of the author was last overturned: evidence started again there, with families of which nothing had been settled; null where none was
                     */
                    since: string | null;
                    /** @description statements left out, settled or open: made after the first of their question or family */
                    later: number;
                };
            } | null;
            canonicalOrientation: boolean;
            /** @description families drawn anew, beside the intervals of the figures; null as the figure is */
            bootstrap: {
                brier: components["schemas"]["Bootstrapped"];
                overconfidence: components["schemas"]["Bootstrapped"];
                slope: components["schemas"]["Bootstrapped"];
                auc: components["schemas"]["Bootstrapped"];
            };
            /** @description mean Brier had each statement been corrected by what was known before it; needs said_on and settled_on of every scored forecast */
            recalibrated: {
                stated: number;
                recalibrated: number;
                /** @description stated − recalibrated: above 0 recalibration would have helped */
                difference: {
                    mean: number;
                    families: number;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                };
                /** @description statements that something settled beforehand had a bearing on */
                moved: number;
            } | null;
            /** @description what hangs on the meaning of words; null where all was said in numbers */
            words: {
                /** @description how many were said in words */
                statements: number;
                /** @description at the mean of what readers hear: the headline */
                pointBrier: number;
                /** @description a fact about the lexicon; ranks nobody */
                lexiconVariance: number;
                expectedBrier: number;
                /** @description one meaning per phrase and world; the share of worlds in which the verdict is the same */
                worlds: {
                    brier: {
                        median: number;
                        /** @description 5 % */
                        low: number;
                        /** @description 95 % */
                        high: number;
                        defined: number;
                        worlds: number;
                    } | null;
                    verdictHolds: number | null;
                };
                /** @description mean Brier over meanings and families drawn anew together */
                nested: {
                    median: number;
                    /** @description 5 % */
                    low: number;
                    /** @description 95 % */
                    high: number;
                    defined: number;
                    worlds: number;
                } | null;
                yardsticks: {
                    yardstick: string;
                    covered: number;
                    statements: number;
                    notCovered: string[];
                    openBands: string[];
                    free: {
                        lowest: number;
                        highest: number;
                    } | null;
                    shared: {
                        lowest: number;
                        highest: number;
                    } | null;
                    midpoint: number | null;
                    expectedUniform: number | null;
                }[];
            } | null;
            /** @description sides are of the reference that answered the most questions, of 50 % where none was given */
            robustness: {
                headline: {
                    n: number;
                    families: number;
                    brier: number | null;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                    /**
                     * @description of the reference, else of 50 %
                     * @enum {string|null}
                     */
                    side: "better" | "worse" | "equal" | null;
                    /** @enum {string|null} */
                    verdict: "too-few-to-judge" | "certainty-failed" | "miscalibrated:over-confident" | "miscalibrated:under-confident" | "miscalibrated:says-too-much" | "miscalibrated:says-too-little" | "miscalibrated:over-confident-and-says-too-much" | "miscalibrated:over-confident-and-says-too-little" | "miscalibrated:under-confident-and-says-too-much" | "miscalibrated:under-confident-and-says-too-little" | "miscalibrated:undirected" | "miscalibrated-within-margin" | "strong-alone" | "hints:over-confident" | "hints:under-confident" | "hints:says-too-much" | "hints:says-too-little" | "hints:over-confident-and-says-too-much" | "hints:over-confident-and-says-too-little" | "hints:under-confident-and-says-too-much" | "hints:under-confident-and-says-too-little" | "hints:undirected" | "more-than-luck" | "no-sign" | "no-sign-but-interval" | "well-calibrated" | null;
                };
                checks: {
                    /** @enum {string} */
                    check: "without-largest" | "one-per-family" | "first-forecast" | "final-forecast" | "due-cohorts" | "lexicon" | "coder";
                    /** @description the lexicon */
                    by: string | null;
                    n: number;
                    families: number;
                    brier: number | null;
                    interval: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                    /**
                     * @description of the reference, else of 50 %
                     * @enum {string|null}
                     */
                    side: "better" | "worse" | "equal" | null;
                    /** @enum {string|null} */
                    verdict: "too-few-to-judge" | "certainty-failed" | "miscalibrated:over-confident" | "miscalibrated:under-confident" | "miscalibrated:says-too-much" | "miscalibrated:says-too-little" | "miscalibrated:over-confident-and-says-too-much" | "miscalibrated:over-confident-and-says-too-little" | "miscalibrated:under-confident-and-says-too-much" | "miscalibrated:under-confident-and-says-too-little" | "miscalibrated:undirected" | "miscalibrated-within-margin" | "strong-alone" | "hints:over-confident" | "hints:under-confident" | "hints:says-too-much" | "hints:says-too-little" | "hints:over-confident-and-says-too-much" | "hints:over-confident-and-says-too-little" | "hints:under-confident-and-says-too-much" | "hints:under-confident-and-says-too-little" | "hints:undirected" | "more-than-luck" | "no-sign" | "no-sign-but-interval" | "well-calibrated" | null;
                    /** @description items left out or read differently */
                    affected: number;
                    sideChanges: boolean | null;
                    verdictChanges: boolean | null;
                }[];
                notApplicable: {
                    /** @enum {string} */
                    check: "without-largest" | "one-per-family" | "first-forecast" | "final-forecast" | "due-cohorts" | "lexicon" | "coder";
                    reason: string;
                }[];
            } | null;
            lexicon: components["schemas"]["OwnWords"];
            /** @description in plain words; null where the figures are. While questions are open that of the bounds alone */
            sentences: {
                accuracy: string | null;
                leaning: string | null;
                discrimination: string | null;
                bar: string | null;
                oneClass: string | null;
                /** @description what is due and not settled can still change; alone outside entered cohorts while anything is */
                bounds: string | null;
                phrases: string[];
            };
            /** @description of the reliability diagram */
            caption: string | null;
            /** @description how many times each thing was drawn by lot, besides bands and luck */
            drawn: {
                bootstrap: number;
                chance: number;
                power: number;
                worlds: number;
                /** @description fewer than usual, since the board is large */
                capped: boolean;
            };
            references: components["schemas"]["ReferenceScores"][];
            /** @description the sufficient statistic: what is here can be sent back as counts */
            counts: {
                p: number;
                n: number;
                hits: number;
            }[];
        };
        /** @description the own lexicon, and how much commits to nothing */
        OwnWords: {
            /** @description a row a phrase; the most used first */
            phrases: components["schemas"]["OwnPhrase"][];
            /** @description weak hedges, in a slice of their own: in no score and no order */
            weak: components["schemas"]["OwnPhrase"][];
            hedges: components["schemas"]["Hedges"];
            order: components["schemas"]["OrderOfWords"];
            scores: components["schemas"]["WordScores"];
        };
        ReferenceScores: {
            /** @description as it was given; half, others (the mean forecast of the other authors) and in-sample-base-rate are computed */
            name: string;
            /** @description it has seen the outcomes: no fair rival */
            inSample: boolean;
            /** @description scored questions that the reference answered too */
            n: number;
            brier: number;
            /** @description the author's, on just those */
            ownBrier: number;
            /** @description from the reference */
            difference: {
                /** @description mean Brier of the other less that of the author, on the same questions: −1 to 1, above 0 the author is better */
                value: number;
                /** @description 95 %, clustered by family; null below two families */
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
                /** @description questions that both have a scored forecast on */
                n: number;
                /** @description event families among them */
                families: number;
            };
            /** @description the same as a ratio, 1 − own/brier: 1 best; null where the reference was never wrong */
            skill: {
                /** @description 1 − Brier/reference: 1 best, 0 as good as the reference */
                skill: number;
                /** @description standard error by the delta method, clustered by family */
                sd: number | null;
                /** @description 95 %, clustered by family; no lower end */
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            } | null;
        };
        ScoresInput: {
            forecasts: components["schemas"]["ForecastInput"][];
            /** @description of resampled figures; left out: the counts themselves */
            seed?: string;
            /** @description whether every question was worded by rule (positive is the departure from the status quo), so that a gap has a direction; left out: no */
            canonical_orientation?: boolean;
        } | {
            counts: components["schemas"]["CountInput"][];
            /** @description of resampled figures; left out: the counts themselves */
            seed?: string;
            /** @description whether every question was worded by rule (positive is the departure from the status quo), so that a gap has a direction; left out: no */
            canonical_orientation?: boolean;
        };
        ForecastInput: {
            /** @description left out: unnamed */
            author?: string;
            /** @description forecasts on the same question are compared, and of one author only the first is scored; left out: a question of its own */
            question?: string;
            /** @description what stands or falls together; left out: the question */
            family?: string;
            /** @description of the positive event; or a phrase */
            probability?: number;
            /**
             * @description id of a phrase of the built-in lexicon, read at its mean
             * @example likely
             */
            phrase?: string;
            /**
             * @description whether the words were said of the positive event (+, left out) or of its opposite
             * @enum {string}
             */
            polarity?: "+" | "-";
            /** @description void is counted and not scored; open is due and not settled */
            outcome: 0 | ("yes" | "no" | "void" | "open");
            /** Format: date */
            said_on?: string;
            /**
             * Format: date
             * @description from when on the outcome was known: the day it was settled, and no earlier than it was due. For as stated beside recalibrated
             */
            settled_on?: string;
            /** @description what others said of the same question at the same time, by name; at most 5 */
            references?: {
                [key: string]: number;
            };
        };
        /** @description n forecasts of p, of which hits came true */
        CountInput: {
            p: number;
            n: number;
            hits: number;
        };
        FiledDispute: {
            dispute: components["schemas"]["Dispute"];
            created: boolean;
        };
        FileDispute: {
            subject: components["schemas"]["DisputeSubject"];
            /**
             * @default other
             * @enum {string}
             */
            role?: "judged-author" | "other";
            /** @description what is wrong and how it can be seen; shown once it is confirmed */
            grounds: string;
            /** @description how to reach you; never shown, deleted on request */
            contact?: string;
        };
        RepliedToDispute: {
            dispute: components["schemas"]["Dispute"];
            /** @description id, rpl_… */
            replyId: string;
            created: boolean;
        };
        ReplyToDispute: {
            /** @description shown beside the verdict once it is confirmed */
            text: string;
            /** @description how to reach you; never shown, deleted on request */
            contact?: string;
        };
        DisputePage: {
            items: components["schemas"]["Dispute"][];
            next: string | null;
        };
        ConfirmDispute: {
            /** @description left out: the dispute itself */
            replyId?: string;
            /** @description never shown */
            how: string;
        };
        RuledDispute: {
            dispute: components["schemas"]["Dispute"];
            /** @description what an upheld dispute did to each author */
            scoreChanges: components["schemas"]["ScoreChange"][];
        };
        RuleDispute: {
            /** @enum {string} */
            verdict: "upheld";
            reason: string;
            /** @description needed, and only taken, where an outcome is disputed */
            correction?: {
                /** @enum {string} */
                step: "settle";
                /** @description an older version, on its own terms: what was said on it is settled, or open again, and nothing else */
                version?: number;
                outcome: components["schemas"]["Outcome"];
                evidence: components["schemas"]["EvidenceInput"][];
            } | {
                /** @enum {string} */
                step: "void";
                /** @enum {string} */
                voidReason: "annulled" | "ambiguous" | "not-applicable";
                /** @default [] */
                evidence?: components["schemas"]["EvidenceInput"][];
            } | {
                /** @enum {string} */
                step: "reopen";
                /** @description an older version, on its own terms: what was said on it is settled, or open again, and nothing else */
                version?: number;
            };
        } | {
            /** @enum {string} */
            verdict: "rejected";
            reason: string;
        } | {
            /** @enum {string} */
            verdict: "dismissed";
            reason: string;
        };
        DisputeContacts: {
            items: {
                /** @description null = of who disputes */
                replyId: string | null;
                contact: string;
                recordedAt: components["schemas"]["Instant"];
            }[];
        };
        RedactText: {
            subject: components["schemas"]["RedactionSubject"];
            reason: string;
        };
        RedactionPage: {
            items: components["schemas"]["Redaction"][];
            next: string | null;
        };
        SearchPage: {
            items: components["schemas"]["SearchHit"][];
            next: string | null;
            /** @description kinds of which more than 1,000 match: the newest 1,000 are ranked, older ones need narrower words */
            cutOff: ("question" | "prediction" | "author")[];
        };
        SearchHit: components["schemas"]["QuestionHit"] | components["schemas"]["PredictionHit"] | components["schemas"]["AuthorHit"];
        QuestionHit: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "question";
            question: components["schemas"]["FlaggedQuestion"];
            /** @description how well it matches: 1 best; of use for the order alone */
            rank: number;
            snippet: components["schemas"]["Snippet"];
        };
        Snippet: {
            /** @enum {string} */
            field: "wording" | "criteria" | "quote" | "name";
            /** @description the text, or of a long one at most 300 characters around the first match */
            text: string;
            /** @description what matched, in order; of `text`, not of the whole field */
            highlights: components["schemas"]["TextRange"][];
        };
        /** @description of a text, [start, end) in UTF-16 code units */
        TextRange: {
            start: number;
            end: number;
        };
        PredictionHit: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "prediction";
            prediction: components["schemas"]["FlaggedPrediction"];
            /** @description how well it matches: 1 best; of use for the order alone */
            rank: number;
            snippet: components["schemas"]["Snippet"];
        };
        AuthorHit: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "author";
            author: components["schemas"]["Author"];
            /** @description how well it matches: 1 best; of use for the order alone */
            rank: number;
            snippet: components["schemas"]["Snippet"];
        };
        RecordedCollection: {
            collection: components["schemas"]["Collection"];
            created: boolean;
        };
        Collection: {
            /** @description id, col_… */
            id: string;
            slug: string;
            name: string;
            /** @description which outlets and dates, chosen how */
            rule: string;
            readWhole: boolean;
            /** @description what a reader of its boards must know */
            caveat: string | null;
            /** @description the outlets, where the frame names them */
            sourceIds: string[];
            publishedFrom: components["schemas"]["Day"] | null;
            /**
             * Format: date
             * @description last day of publication in the frame; null = it goes on
             */
            publishedUntil: string | null;
            recordedAt: components["schemas"]["Instant"];
        };
        /** @description a sampling frame */
        RecordCollection: {
            name: string;
            rule: string;
            readWhole: boolean;
            /** @default null */
            caveat?: string | null;
            /**
             * @description the outlets
             * @default []
             */
            sourceIds?: string[];
            publishedFrom?: components["schemas"]["Day"] | null;
            /**
             * Format: date
             * @description null = it goes on
             * @default null
             */
            publishedUntil?: string | null;
        };
        CollectionPage: {
            items: components["schemas"]["Collection"][];
            next: string | null;
        };
        CollectionFunnel: {
            commentaries: number;
            candidates: {
                all: number;
                /** @description waiting for a review */
                pending: number;
                rejected: number;
                accepted: number;
                /** @description whose words are those of somebody else, quoted there */
                acceptedOfOthers: number;
                /** @description among all of them */
                vague: number;
                /** @description among all of them: their words set no end */
                undated: number;
                /** @description among all of them */
                weaklyHedged: number;
            };
            /** @description the most frequent first; what is rare stands last as "other reasons" */
            rejectedFor: {
                reason: string;
                n: number;
            }[];
            predictions: {
                all: number;
                commentary: number;
                submitted: number;
                imported: number;
                /** @description of `commentary`: said in a piece that others signed */
                elsewhere: number;
            };
            /** @description predictions by how their question stands, or the version of it that they are judged by */
            questions: {
                open?: number;
                due?: number;
                yes?: number;
                no?: number;
                option?: number;
                annulled?: number;
                ambiguous?: number;
                "not-applicable"?: number;
            };
            /** @description predictions by what has become of them for the score */
            scoring: {
                scored?: number;
                pending?: number;
                void?: number;
                open?: number;
                "no-window-end"?: number;
                listed?: number;
                "no-forecast"?: number;
                categorical?: number;
                "another-counts"?: number;
                "not-standing"?: number;
            };
            /** @description the most frequent first; what is rare stands last as "other reasons" */
            listedFor: {
                reason: string;
                n: number;
            }[];
            /** @description how much of it says nothing that could be wrong; in no score */
            hedges: {
                /** @description predictions that say a forecast, scored or not */
                statements: number;
                /** @description of them weakly: a bare may, might, could or possible */
                hedged: number;
                /** @description hedged/statements, 0 to 1, no direction; null of none */
                share: number | null;
                /** @description 95 %, Wilson */
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
            };
            /** @description scored, pending and void ones by where they stand in the reports */
            counted: {
                headline?: number;
                "weak-hedge"?: number;
                "default-window"?: number;
                "too-fresh"?: number;
            };
            /** @description how far each outlet of the frame was read */
            outlets: components["schemas"]["FrameCoverage"][];
        };
        FrameCoverage: {
            source: components["schemas"]["Source"];
            readThrough: components["schemas"]["Day"] | null;
            whole: boolean;
            commentaries: number;
        };
        Source: {
            /** @description id, src_… */
            id: string;
            name: string;
            /** @description null: nobody has stated it, and its silence settles nothing */
            reportingLagDays: number | null;
            recordedAt: components["schemas"]["Instant"];
        };
        LeaderboardPage: {
            collection: components["schemas"]["Collection"];
            /** @enum {string} */
            timing: "prospective" | "retrospective";
            /** @enum {string} */
            voice: "own" | "quoted";
            /**
             * Format: date-time
             * @description the instant as of which this was read: what was known, and which months were over
             */
            asOf: string;
            /** @description the kept board that was asked for; null: none was */
            snapshot: {
                /** @description of a kept board: /v1/snapshots/{id} */
                id: string;
                /**
                 * Format: date-time
                 * @description the instant as of which that board was read
                 */
                at: string;
            } | null;
            /** @description what was asked for: of which questions the board is, and which rows are shown */
            part: {
                topic: components["schemas"]["TopicSlug"] | null;
                dueFrom: string | null;
                dueUntil: string | null;
                minFamilies: number;
            };
            cohort: {
                /** @description enough questions due, and enough of them settled */
                entered: boolean;
                due: number;
                settled: number;
                months: string[];
            };
            /**
             * @description what every difference is from: a baseline that stands beside ten forecasts of everybody who could be compared, else the other authors
             * @enum {string}
             */
            against: "others" | "base-rate" | "market" | "crowd" | "status-quo";
            /**
             * @description how ranks come about: 20 or more who can be compared are ordered by shrunk differences, fewer head to head; null on a part, where nobody is ranked
             * @enum {string|null}
             */
            method: "shrunk" | "head-to-head" | null;
            /** @description forecasters that nobody is, for comparison; never ranked */
            references: components["schemas"]["ReferenceRow"][];
            /** @description questions on which no baseline of a kind counts beside anything said there, and why: none is recorded (none-recorded), or it is of a version that asks for something else (other-terms) or of other days (other-window), or of later */
            missingReferences: {
                /** @enum {string} */
                reference: "base-rate" | "market" | "crowd" | "status-quo";
                /** @enum {string} */
                reason: "none-recorded" | "other-terms" | "other-window" | "later-than-said";
                n: number;
            }[];
            /** @description the kept board that the verdicts are from: the newest, or the one that was asked for */
            judged: {
                /** @description which board, frozen: give its id as `snapshot` for all of it */
                snapshot: {
                    /** @description of a kept board: /v1/snapshots/{id} */
                    id: string;
                    /**
                     * Format: date-time
                     * @description the instant as of which that board was read
                     */
                    at: string;
                };
                /** @description the position of the ledger as of which it was made */
                position: number;
                versions: components["schemas"]["Versions"];
            } | null;
            /** @description why there are no verdicts at all; null where judged is */
            notJudged: string | null;
            /** @description what scores are adjusted by: frozen with the newest kept board, or with the one that was asked for */
            difficulties: {
                snapshot: components["schemas"]["KeptSnapshot"];
                /** @description version of the rules by which they were found */
                rules: string;
                /** @description how many questions have one */
                questions: number;
                /** @description where each of them stands */
                list: string;
            } | null;
            /** @description why there is none of these; null where there are */
            notAdjusted: string | null;
            /** @description the same of the other timing, where this one is empty */
            seeAlso: string | null;
            versions: components["schemas"]["Versions"];
            /** @description a page of the rows, in the order of the board */
            items: components["schemas"]["LeaderboardRow"][];
            /** @description cursor of the next page; null on the last */
            next: string | null;
        };
        ReferenceRow: {
            /**
             * @description half: always 50 %; others: the mean of all who answered a question, two at least; in-sample-base-rate: how often things came true here, where no base rate was recorded; else the baseline of that name
             * @enum {string}
             */
            reference: "half" | "base-rate" | "market" | "crowd" | "status-quo" | "others" | "in-sample-base-rate";
            /** @description it has seen the outcomes: no fair rival */
            inSample: boolean;
            /** @description settled questions of the board that it has a forecast on */
            n: number;
            families: number;
            /** @description 0 best, 1 worst; null where it is withheld, which that of half never is */
            brier: {
                mean: number;
                low: number | null;
                high: number | null;
            } | null;
            difference: components["schemas"]["Difference"];
            /** @description why difference and, but of half, brier are withheld: too few families, or questions are due and open outside cohorts that entered */
            withheld: string | null;
        };
        KeptSnapshot: {
            /** @description of a kept board: /v1/snapshots/{id} */
            id: string;
            /**
             * Format: date-time
             * @description the instant as of which that board was read
             */
            at: string;
        };
        LeaderboardRow: {
            author: {
                /** @description id, aut_… */
                id: string;
                name: string;
                slug: string;
                /** @enum {string} */
                kind: "person" | "organisation" | "model" | "unattributed";
            };
            /** @description 1 is best; equal ranks are ties */
            rank: number | null;
            /** @description ranks that may be the true one, by posterior simulation; null below 20 ranked authors */
            rankInterval: {
                low: number;
                high: number;
                level: number;
            } | null;
            /** @description chance of being among the first ten, 0 to 1, higher is better; null as rankInterval */
            topTen: number | null;
            /** @description slugs of authors who cannot be told apart */
            tiedWith: string[];
            /** @description below 100 families */
            provisional: boolean;
            /** @description as measured; orders nobody where `shrunk` is given */
            difference: {
                /** @description mean Brier of the other less that of the author, on the same questions: −1 to 1, above 0 the author is better */
                value: number;
                /** @description 95 %, clustered by family; null below two families */
                interval: {
                    low: number;
                    high: number;
                    level: number;
                } | null;
                /** @description questions that both have a scored forecast on */
                n: number;
                /** @description event families among them */
                families: number;
            } | null;
            /** @description of a difference from the others: the share of their statements that was said no later than the author’s own on the question, 0 to 1; they are not of one moment, and who answers late knows more. Null from a baseline, which is never later */
            saidBefore: number | null;
            /** @description null below 20 authors who can be compared */
            shrunk: {
                /** @description what the difference is worth once luck is allowed for; above 0 is better; orders the board */
                value: number;
                /** @description posterior standard deviation */
                error: number;
                /** @description 95 % posterior interval */
                low: number;
                high: number;
                /** @description 0 to 1, higher is better: the share of the raw difference that is kept */
                reliability: number;
            } | null;
            /** @description why there is no rank */
            notRanked: string | null;
            /** @description mean Brier as if everybody had answered questions of the same difficulty; ranks nobody */
            adjusted: {
                /** @description mean of (Brier − difficulty of the question), in units of the Brier score, lower is better; always saying 50 % of all questions that were fitted has 0.25; may lie below 0 */
                value: number;
                /** @description standard error, clustered by family, difficulties taken as known */
                error: number | null;
                /** @description 95 % interval, as the error; null below two families */
                low: number | null;
                high: number | null;
                /** @description questions of known difficulty that it rests on */
                n: number;
                /** @description event families among them */
                families: number;
            } | null;
            /** @description why there is no adjusted score; null where there is */
            notAdjusted: string | null;
            /** @description of cohorts that have entered; else everything due, with bounds */
            entered: boolean;
            /** @description scored forecasts */
            n: number;
            /** @description event families; every minimum counts these */
            families: number;
            /** @description due and not settled */
            pending: number;
            /** @description never scored, always counted; of the same months as n and pending */
            void: number;
            /** @description positive events that came */
            hits: number | null;
            /** @description how many should have come by what was said */
            expectedHits: number | null;
            /** @description mean (p − o)², 0 best, 1 worst; 95 % interval clustered by family; ranks nobody */
            brier: {
                mean: number;
                low: number | null;
                high: number | null;
            } | null;
            /** @description where the mean Brier could still go once all is settled */
            bounds: {
                lowest: number;
                highest: number;
            } | null;
            withheld: components["schemas"]["WithheldFigure"][];
            /** @description on calibration, about the sample, as the board that `judged` names keeps it; over all authors of the board at once, so on whole boards alone */
            verdict: {
                /** @enum {string} */
                code: "too-few-to-judge" | "certainty-failed" | "miscalibrated:over-confident" | "miscalibrated:under-confident" | "miscalibrated:says-too-much" | "miscalibrated:says-too-little" | "miscalibrated:over-confident-and-says-too-much" | "miscalibrated:over-confident-and-says-too-little" | "miscalibrated:under-confident-and-says-too-much" | "miscalibrated:under-confident-and-says-too-little" | "miscalibrated:undirected" | "miscalibrated-within-margin" | "strong-alone" | "hints:over-confident" | "hints:under-confident" | "hints:says-too-much" | "hints:says-too-little" | "hints:over-confident-and-says-too-much" | "hints:over-confident-and-says-too-little" | "hints:under-confident-and-says-too-much" | "hints:under-confident-and-says-too-little" | "hints:undirected" | "more-than-luck" | "no-sign" | "no-sign-but-interval" | "well-calibrated";
                /** @description about the sample, never the person */
                sentence: string;
                evidence: {
                    statements: number;
                    families: number;
                    /** @description against calibration, one term per family, what a family waits for at the lesser of its factors: 20 is strong, 6 hints */
                    eValue: number | "Infinity";
                    /** @description miscalibration of one forecast per family within what 95 % of perfect forecasters show */
                    mcbWithinChance: boolean;
                    /** @description kept by e-BH at 10 % over all authors of the board with 30 families */
                    survivesEBH: boolean;
                    slope: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                    gap: {
                        low: number;
                        high: number;
                        level: number;
                    } | null;
                    /** @description every question was worded by rule (positive is the departure from the status quo): so a gap has a direction */
                    canonicalOrientation: boolean;
                    /** @description chance that this sample would have shown a slope of 0.6, 0 to 1 */
                    power: number;
                    /**
                     * Format: date-time
                     * @description when an outcome of the author was last overturned: evidence started again there, with families of which nothing had been settled; null where none was
                     */
                    since: string | null;
                    /** @description statements left out, settled or open: made after the first of their question or family */
                    later: number;
                };
            } | null;
        };
        SnapshotPage: {
            items: components["schemas"]["Snapshot"][];
            next: string | null;
        };
        Snapshot: {
            /** @description id, snp_… */
            id: string;
            /** @description all, or collection:<id> */
            set: string;
            /** @enum {string} */
            timing: "prospective" | "retrospective";
            /** @enum {string} */
            voice: "own" | "quoted";
            /**
             * Format: date-time
             * @description the instant as of which it was read: months that were over then count
             */
            at: string;
            /** @description the position of the ledger as of which it was read */
            position: number;
            scoringRules: string;
            lexiconVersion: string;
            resolutionRules: string;
            /** @description how many are on it; frozen with it */
            authors: number;
            recordedAt: components["schemas"]["Instant"];
        };
        SnapshotDetail: {
            /** @description id, snp_… */
            id: string;
            /** @description all, or collection:<id> */
            set: string;
            /** @enum {string} */
            timing: "prospective" | "retrospective";
            /** @enum {string} */
            voice: "own" | "quoted";
            /**
             * Format: date-time
             * @description the instant as of which it was read: months that were over then count
             */
            at: string;
            /** @description the position of the ledger as of which it was read */
            position: number;
            scoringRules: string;
            lexiconVersion: string;
            resolutionRules: string;
            /** @description how many are on it; frozen with it */
            authors: number;
            recordedAt: components["schemas"]["Instant"];
            /** @description the figures of the board but its rows, by its scoring rules */
            board?: unknown;
            /** @description a page of who is on it, frozen with it, in the order of their ids */
            items: {
                /** @description id, aut_… */
                authorId: string;
                /** @description of the board, as it was kept; null where it has none of this author */
                row?: unknown;
            }[];
            next: string | null;
        };
        QuestionDifficultyPage: {
            items: components["schemas"]["QuestionDifficulty"][];
            next: string | null;
        };
        QuestionDifficulty: {
            /** @description id, qst_… */
            questionId: string;
            /** @description number of the version that it is of, and of every later one that asks the same in the same days, whichever way it is worded; of one that asks for something else it says nothing */
            version: number;
            /**
             * @description as that version had come out, and one of the other orientation the other way; of the same question with another outcome this says nothing
             * @enum {string}
             */
            outcome: "yes" | "no";
            /** @description how much harder it was than the mean question of the snapshot, in units of the Brier score; above 0 harder. Take it from the Brier score on the question; the mean of that over ten such questions at least is the adjusted score */
            effect: number;
            /** @description how many authors’ answers it rests on */
            authors: number;
            /** @description version of the rules by which difficulties are found */
            rules: string;
        };
        RecordedSource: {
            source: components["schemas"]["Source"];
            created: boolean;
        };
        RecordSource: {
            name: string;
            /** @default null */
            reportingLagDays?: number | null;
        };
        SourcePage: {
            items: components["schemas"]["Source"][];
            next: string | null;
        };
        RecordedCoverage: {
            readThrough: components["schemas"]["Day"];
            /** @description id, src_… */
            sourceId: string;
            created: boolean;
        };
        ReadThrough: {
            readThrough: components["schemas"]["Day"];
        };
        LedgerState: {
            /** @description the last; 0 while nothing is sealed */
            position: number;
            /**
             * Format: date-time
             * @description when that was
             */
            sealedAt: string | null;
            /** @description facts that are committed and have no position yet */
            waiting: number;
        };
        CheckpointPage: {
            items: components["schemas"]["Checkpoint"][];
            next: string | null;
        };
        Checkpoint: {
            /** @description how many facts it covers: those up to this position */
            size: number;
            /** @description root of the Merkle tree (RFC 9162) over them, hexadecimal */
            root: string;
            /** @description the same as a signed note (c2sp.org/signed-note, c2sp.org/tlog-checkpoint): keep this text, byte for byte */
            note: string;
            /** @description the key that its signature is checked with, `name+id+base64` */
            key: string;
            signedAt: components["schemas"]["Instant"];
        };
        InclusionProof: {
            /** @description of the fact */
            id: string;
            /** @description its place in the ledger; its index in the tree is one less */
            position: number;
            /** @description what the tree holds of it: the canonical JSON (RFC 8785) of this */
            leaf: {
                /** @enum {string} */
                kind: "author-link" | "commentary" | "place" | "extraction-run" | "reading" | "review" | "second-opinion" | "match" | "version" | "option" | "topic" | "baseline" | "prediction" | "event" | "event-review" | "evidence" | "coverage" | "resolution" | "score-change" | "dispute" | "dispute-reply" | "dispute-confirmation" | "dispute-ruling" | "exclusion" | "redaction" | "erasure" | "collection-commentary" | "collection-question";
                digest: string;
                sealedAt: components["schemas"]["Instant"];
                ends: boolean;
            };
            /** @description SHA-256 of a zero byte and that JSON, hexadecimal */
            leafHash: string;
            /** @description SHA-256 each, hexadecimal, from the leaves upwards */
            proof: string[];
            checkpoint: components["schemas"]["Checkpoint"];
        };
        ConsistencyProof: {
            from: components["schemas"]["TreeHead"];
            to: components["schemas"]["TreeHead"];
            /** @description SHA-256 each, hexadecimal, from the leaves upwards */
            proof: string[];
        };
        TreeHead: {
            size: number;
            root: string;
        };
        ChangePage: {
            items: components["schemas"]["Change"][];
            /** @description what to ask `after` next. Where it is not the `after` of this answer ask at once, also where no item came; else again later */
            next: number;
            /** @description the newest that is signed; null while there is none */
            checkpoint: {
                /** @description how many facts it covers: those up to this position */
                size: number;
                /** @description root of the Merkle tree (RFC 9162) over them, hexadecimal */
                root: string;
                /** @description the same as a signed note (c2sp.org/signed-note, c2sp.org/tlog-checkpoint): keep this text, byte for byte */
                note: string;
                /** @description the key that its signature is checked with, `name+id+base64` */
                key: string;
                signedAt: components["schemas"]["Instant"];
            } | null;
        };
        WebhookWithSecret: {
            webhook: components["schemas"]["Webhook"];
            /** @description whsec_…, shown this once: what its messages are verified by */
            secret: string;
        };
        CreateWebhook: {
            /**
             * Format: uri
             * @description an https address; http on this machine alone, where that is allowed
             */
            url: string;
            /** @default webhook */
            name?: string;
            /**
             * @description the kinds of fact; none: all
             * @default []
             */
            kinds?: ("author-link" | "commentary" | "place" | "extraction-run" | "reading" | "review" | "second-opinion" | "match" | "version" | "option" | "topic" | "baseline" | "prediction" | "event" | "event-review" | "evidence" | "coverage" | "resolution" | "score-change" | "dispute" | "dispute-reply" | "dispute-confirmation" | "dispute-ruling" | "exclusion" | "redaction" | "erasure" | "collection-commentary" | "collection-question")[];
            /**
             * @description id or slug; null: of every author
             * @default null
             */
            author?: string | null;
            /**
             * @description id, qst_…
             * @default null
             */
            question?: string | null;
            topic?: components["schemas"]["TopicSlug"] | null;
            /**
             * @description id or slug; null: of every collection and none
             * @default null
             */
            collection?: string | null;
            /** @description send what was sealed after this position, 0 for everything; left out: what is sealed from now on */
            after?: number;
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            next: string | null;
        };
        /** @description what is left out stays as it is */
        ChangeWebhook: {
            /**
             * Format: uri
             * @description an https address; http on this machine alone, where that is allowed
             */
            url?: string;
            name?: string;
            /** @description the kinds of fact; none: all */
            kinds?: ("author-link" | "commentary" | "place" | "extraction-run" | "reading" | "review" | "second-opinion" | "match" | "version" | "option" | "topic" | "baseline" | "prediction" | "event" | "event-review" | "evidence" | "coverage" | "resolution" | "score-change" | "dispute" | "dispute-reply" | "dispute-confirmation" | "dispute-ruling" | "exclusion" | "redaction" | "erasure" | "collection-commentary" | "collection-question")[];
            /** @description id or slug; null: of every author */
            author?: string | null;
            /** @description id, qst_… */
            question?: string | null;
            topic?: components["schemas"]["TopicSlug"] | null;
            /** @description id or slug; null: of every collection and none */
            collection?: string | null;
        };
        ChangedWebhook: {
            webhook: components["schemas"]["Webhook"];
            changed: boolean;
        };
        /** @description `ended` is for good */
        SetWebhookStatus: {
            /** @enum {string} */
            status: "active" | "paused" | "ended";
        };
        RotateWebhookSecret: {
            /**
             * @description how long the secret before signs too, in hours; 0: it ends at once
             * @default 24
             */
            overlapHours?: number;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            next: string | null;
        };
        WebhookDelivery: {
            /** @description the webhook-id of every attempt */
            id: string;
            /** @description id, whk_… */
            webhookId: string;
            /** @description 1, 2, 3, … of its webhook, without gaps */
            sequence: number;
            /** @description of the fact in the ledger */
            position: number;
            /** @enum {string} */
            kind: "author-link" | "commentary" | "place" | "extraction-run" | "reading" | "review" | "second-opinion" | "match" | "version" | "option" | "topic" | "baseline" | "prediction" | "event" | "event-review" | "evidence" | "coverage" | "resolution" | "score-change" | "dispute" | "dispute-reply" | "dispute-confirmation" | "dispute-ruling" | "exclusion" | "redaction" | "erasure" | "collection-commentary" | "collection-question";
            /** @enum {string} */
            status: "pending" | "delivered" | "dead" | "dropped";
            /** @description attempts since it was made or last replayed */
            tried: number;
            /**
             * Format: date-time
             * @description null where nothing more is tried
             */
            nextAttemptAt: string | null;
            recordedAt: components["schemas"]["Instant"];
            settledAt: components["schemas"]["Instant"] | null;
            /** @description the newest 20, newest first */
            attempts: components["schemas"]["WebhookAttempt"][];
        };
        WebhookAttempt: {
            at: components["schemas"]["Instant"];
            /** @description of the answer; null where none came */
            status: number | null;
            durationMs: number;
            /** @description why it failed; null where it got through */
            error: string | null;
            /** @description the beginning of the answer, at most 500 characters */
            answer: string;
        };
        ReplayedDeliveries: {
            replayed: number;
        };
        /**
         * @description one of deliveryId, fromSequence and fromPosition
         * @example {
         *       "fromSequence": 1
         *     }
         * @example {
         *       "fromPosition": 1,
         *       "status": "dead"
         *     }
         * @example {
         *       "deliveryId": "dlv_01m80qrsxn6zssv4f1wcbpb0s8"
         *     }
         */
        ReplayDeliveries: {
            /** @description this one alone */
            deliveryId?: string;
            /** @description this one and those after it */
            fromSequence?: number;
            /** @description those of facts at this position and after it */
            fromPosition?: number;
            /**
             * @description those alone; left out: both
             * @enum {string}
             */
            status?: "delivered" | "dead";
        };
        WebhookTest: {
            /** @description the webhook-id that was sent */
            id: string;
            attempt: components["schemas"]["WebhookAttempt"];
        };
        TestWebhook: Record<string, never>;
        ExportSnapshots: {
            items: {
                name: components["schemas"]["Day"];
                manifest: string;
            }[];
            licence: components["schemas"]["DataLicence"];
        };
        DataLicence: {
            /** @description an SPDX identifier, or words */
            data: string;
            quotes: string;
        };
        SnapshotManifest: {
            /** @description the night it is of */
            name: string;
            /** @description of the ledger: everything in it is of this position */
            position: number;
            asOf: components["schemas"]["Instant"];
            writtenAt: components["schemas"]["Instant"];
            versions: {
                scoring: string;
                lexicon: string;
                resolution: string;
            };
            licence: components["schemas"]["DataLicence"];
            /** @description of that position; null where the server has no secret to sign with */
            checkpoint: {
                /** @description how many facts it covers: those up to this position */
                size: number;
                /** @description root of the Merkle tree (RFC 9162) over them, hexadecimal */
                root: string;
                /** @description the same as a signed note (c2sp.org/signed-note, c2sp.org/tlog-checkpoint): keep this text, byte for byte */
                note: string;
                /** @description the key that its signature is checked with, `name+id+base64` */
                key: string;
                signedAt: components["schemas"]["Instant"];
            } | null;
            files: {
                name: string;
                rows: number;
                bytes: number;
                sha256: string;
            }[];
        };
        Exports: {
            items: {
                name: string;
                about: string;
                /** @description the address of the file in each format */
                files: {
                    ndjson?: string;
                    csv?: string;
                    parquet?: string;
                };
                columns: {
                    name: string;
                    /** @enum {string} */
                    kind: "text" | "number" | "integer" | "boolean" | "json";
                }[];
            }[];
            licence: components["schemas"]["DataLicence"];
        };
        RecordedFeed: {
            feed: components["schemas"]["Feed"];
            created: boolean;
        };
        RecordFeed: {
            /**
             * Format: uri
             * @description of an RSS, Atom or JSON feed
             */
            url: string;
            /** @description for pieces whose page names none */
            publisher?: string;
            /** @description id or slug of the collection its pieces are read for */
            collection?: string;
        };
        FeedPage: {
            items: components["schemas"]["Feed"][];
            next: string | null;
        };
        FeedEntryPage: {
            items: components["schemas"]["FeedEntry"][];
            next: string | null;
        };
        FeedEntry: {
            /** @description id, fde_… */
            id: string;
            /** @description id, fed_… */
            feedId: string;
            /** @description the feed's own id of the entry, else its address; one feed may give several pieces the same */
            guid: string;
            url: string;
            title: string | null;
            authors: string[];
            /**
             * Format: date-time
             * @description as the feed says
             */
            publishedAt: string | null;
            published: components["schemas"]["StatedPublication"];
            /** @enum {string} */
            status: "pending" | "recorded" | "known" | "refused" | "failed";
            attempts: number;
            nextAttemptAt: components["schemas"]["Instant"];
            problem: components["schemas"]["KeptProblem"];
            /** @description id, cmt_… */
            commentaryId: string | null;
            /**
             * Format: date-time
             * @description when the feed was first seen to announce it
             */
            recordedAt: string;
        };
        ChangedFeed: {
            feed: components["schemas"]["Feed"];
            changed: boolean;
        };
        /** @description `active` also wakes a feed that is gone */
        SetFeedStatus: {
            /** @enum {string} */
            status: "active" | "paused";
        };
        JobList: {
            items: components["schemas"]["JobStanding"][];
            queue: components["schemas"]["JobQueue"];
        };
        JobStanding: {
            /** @enum {string} */
            name: "answer-requests" | "check-counts" | "close-due-questions" | "keep-reports" | "poll-feeds" | "read-passages" | "resolve-questions" | "seal-facts" | "deliver-webhooks" | "write-exports" | "write-reports";
            /** @description a cron expression, UTC */
            schedule: string;
            /**
             * @description late: an appointed moment passed without a run; failing: the last run that is over failed or was abandoned
             * @enum {string}
             */
            state: "on-time" | "late" | "failing" | "never-ran";
            /** @description appointed moments that passed without a run since the last one */
            missed: number;
            /**
             * Format: date-time
             * @description the next appointed moment
             */
            nextAt: string;
            lastRun: components["schemas"]["JobRun"];
            lastSuccess: components["schemas"]["JobRun"];
        };
        JobRun: {
            /** @description id, job_… */
            id: string;
            job: string;
            /**
             * Format: date-time
             * @description the appointed moment, as of which it decides
             */
            scheduledAt: string;
            /** @description above 1 where an earlier run of this moment failed or was abandoned */
            attempt: number;
            startedAt: components["schemas"]["Instant"];
            finishedAt: components["schemas"]["Instant"] | null;
            /**
             * @description abandoned = begun, and never ended in its time
             * @enum {string}
             */
            status: "running" | "done" | "failed" | "abandoned";
            /** @description what it did, in counts */
            summary: {
                [key: string]: number;
            } | null;
            /** @enum {string|null} */
            errorCode: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal" | null;
            /** @description the message; for keys with the scope admin */
            error: string | null;
        } | null;
        JobQueue: {
            /**
             * @description none = each run is done at once, where its moment is told
             * @enum {string}
             */
            kind: "cloudflare" | "pg-boss" | "none";
            /** @description why there is none */
            lacking: string | null;
        };
        JobRunPage: {
            items: components["schemas"]["JobRun"][];
            next: string | null;
        };
        DeadLetterPage: {
            items: components["schemas"]["DeadLetter"][];
            next: string | null;
        };
        DeadLetter: {
            /** @description id, ded_… */
            id: string;
            /** @description the newest that died; null = nothing that this version can read */
            work: {
                /** @enum {string} */
                work: "run";
                /** @enum {string} */
                job: "answer-requests" | "check-counts" | "close-due-questions" | "keep-reports" | "poll-feeds" | "read-passages" | "resolve-questions" | "seal-facts" | "deliver-webhooks" | "write-exports" | "write-reports";
                scheduledAt: components["schemas"]["Instant"];
            } | {
                /** @enum {string} */
                work: "answer";
                /** @description id, dfr_… */
                requestId: string;
            } | null;
            /** @description how often that was tried */
            tries: number;
            /** @description how much work of this kind died since the first of this letter */
            times: number;
            /**
             * Format: date-time
             * @description when the first of it died
             */
            firstAt: string;
            /**
             * Format: date-time
             * @description when the last of it died
             */
            lastAt: string;
            /**
             * @description null = it was begun, and never ended in its time
             * @enum {string|null}
             */
            errorCode: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal" | null;
            error: string | null;
            /**
             * Format: date-time
             * @description when it was put back into the queue
             */
            replayedAt: string | null;
            replayedBy: string | null;
        };
        ReplayDeadLetter: Record<string, never>;
        LexiconList: {
            items: components["schemas"]["LexiconSummary"][];
        };
        LexiconSummary: {
            /** @enum {string} */
            kind: "readers" | "standard";
            /** @enum {string} */
            id: "hindcast" | "icd-203" | "uk-phia" | "nato" | "ipcc" | "efsa";
            version: string;
            name: string;
            source: string;
        };
        Lexicon: components["schemas"]["OwnLexicon"] | components["schemas"]["Yardstick"];
        OwnLexicon: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "readers";
            /** @enum {string} */
            id: "hindcast";
            version: string;
            name: string;
            source: string;
            entries: components["schemas"]["LexiconEntry"][];
        };
        LexiconEntry: {
            /** @description id of the phrase, as forms of predictions name it */
            phrase: string;
            /** @description set ways of writing it; empty where grammar tells it: a bare modal, an attitude */
            forms: string[];
            /** @description 5 % quantile of what readers take it to mean */
            low: number;
            /** @description mean */
            mid: number;
            /** @description 95 % quantile */
            high: number;
            /** @description the distribution, by moments */
            beta: {
                alpha: number;
                beta: number;
            };
            source: string;
            /** @description readers asked; 0 for a judgement */
            n: number;
            /** @description a bare may, might, could or possible: never in the headline score */
            weak: boolean;
        };
        Yardstick: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "standard";
            /** @enum {string} */
            id: "icd-203" | "uk-phia" | "nato" | "ipcc" | "efsa";
            version: string;
            name: string;
            source: string;
            /** @description every term of the standard and no others, likeliest first */
            entries: components["schemas"]["YardstickEntry"][];
            /** @description which phrases of our lexicon are said in which term: our reading, and no part of the standard */
            phrases: components["schemas"]["YardstickPhrase"][];
        };
        YardstickEntry: {
            /** @description as the standard words it */
            term: string;
            /** @description foot of the band that the standard prescribes; it fixes no mean */
            low: number;
            /** @description top of the band */
            high: number;
        };
        YardstickPhrase: {
            /** @description id of a phrase of our lexicon */
            phrase: string;
            term: string;
        };
        DefinitionList: {
            items: components["schemas"]["Definition"][];
            versions: components["schemas"]["Versions"];
        };
        Definition: {
            /** @description stable; what rows of scores name as their measure */
            id: string;
            name: string;
            unit: string;
            /** @description least and greatest value there can be; null = without bound */
            range: [
                number | null,
                number | null
            ];
            /**
             * @description which way is better; `target`: near `target`; `none`: says nothing about quality
             * @enum {string}
             */
            direction: "lower" | "higher" | "none" | "target";
            target: number | null;
            /**
             * @description the field of a report that it belongs to, as `withheld` names it; null = of none
             * @enum {string|null}
             */
            field: "calls" | "hits" | "expectedHits" | "baseRate" | "hitTest" | "familyHitTest" | "brier" | "gap" | "logScore" | "baselineScore" | "skill" | "references" | "overTime" | "bounds" | "bounds.right" | "bounds.overconfidence" | "bounds.groups" | "bounds.curve" | "leaning" | "groups" | "curve" | "spiegelhalter" | "slope" | "eValue" | "verdict" | "provisionalRank" | "adjusted" | "decomposition" | "murphy" | "auc" | "rank" | "comparisons" | "calibrationError" | "topics" | "trend" | null;
            /** @description what it says, for an editor */
            sentence: string;
            formula: string;
            source: string;
            /** @description of fewer event families it is withheld; null = never for that reason */
            minimumFamilies: number | null;
        };
        WindowRules: {
            version: string;
            /** @description the day that windows are counted from */
            anchor: string;
            readings: components["schemas"]["WindowReading"][];
            rules: components["schemas"]["WindowRule"][];
            default: components["schemas"]["WindowDefault"];
        };
        WindowReading: {
            says: string;
            /** @enum {string} */
            source: "stated" | "rule";
            example: {
                words: string;
                publishedOn: components["schemas"]["Day"];
                start: components["schemas"]["Day"];
                end: components["schemas"]["Day"] | null;
            };
        };
        WindowRule: {
            id: string;
            /** @description the words it reads */
            says: string;
            from: components["schemas"]["WindowOffset"];
            /** @description null = no end */
            to: {
                months: number;
                days: number;
            } | null;
        };
        WindowOffset: {
            months: number;
            days: number;
        };
        WindowDefault: {
            months: number;
        };
        ProblemKinds: {
            items: components["schemas"]["ProblemKind"][];
        };
        ProblemKind: {
            /** @enum {string} */
            code: "invalid-input" | "malformed-json" | "malformed-csv" | "body-too-large" | "body-too-slow" | "unsupported-media-type" | "not-text" | "address-refused" | "fetch-refused" | "fetch-failed" | "fetch-later" | "unauthenticated" | "forbidden" | "origin-refused" | "sign-in-off" | "not-found" | "not-sealed" | "method-not-allowed" | "idempotency-key-reused" | "still-running" | "precondition-failed" | "already-exists" | "conflict" | "illegal-step" | "rate-limited" | "insufficient-evidence" | "window-open" | "trigger-open" | "not-scoreable" | "referenced-thing-missing" | "fact-is-append-only" | "folder-in-use" | "database-unavailable" | "overloaded" | "ledger-changed" | "internal";
            /** @description what problem documents of this code link to */
            type: string;
            status: number;
            title: string;
            meaning: string;
            whatToDo: string;
        };
        WorkPage: {
            items: components["schemas"]["WorkItem"][];
            next: string | null;
        };
        WorkItem: {
            question: components["schemas"]["Question"];
            /** @description those that wait for a decision */
            proposals: components["schemas"]["Proposal"][];
            /**
             * Format: date-time
             * @description while somebody is at it; null = free
             */
            heldUntil: string | null;
        };
        VersionWorkPage: {
            items: components["schemas"]["VersionWorkItem"][];
            next: string | null;
        };
        VersionWorkItem: {
            version: components["schemas"]["QuestionVersion"];
            /** @description how many of those that count wait */
            statements: number;
        };
        LeasedWork: {
            /** @description null: nothing was free */
            lease: {
                /** @description id, lse_… */
                id: string;
                until: components["schemas"]["Instant"];
                questionIds: string[];
            } | null;
            items: components["schemas"]["WorkItem"][];
        };
        LeaseWork: {
            /**
             * @description at most so many questions
             * @default 10
             */
            limit?: number;
            /**
             * @description how long they are held, 10 to 3600
             * @default 300
             */
            seconds?: number;
            /**
             * Format: date
             * @description open questions whose window ends before this day; today
             */
            dueBefore?: string;
            /** @enum {string} */
            resolver?: "manual" | "by-event" | "feed" | "silence" | "judge";
        };
        WorkLease: {
            /** @description id, lse_… */
            id: string;
            until: components["schemas"]["Instant"];
            questionIds: string[];
        };
        RenewLease: {
            /**
             * @description how long they are held, 10 to 3600
             * @default 300
             */
            seconds?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description a parameter that it does not know */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description a parameter that it does not know */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKey"];
            };
        };
        responses: {
            /** @description The key, with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyWithSecret"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldKey"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, key_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKey"];
            };
        };
        responses: {
            /** @description The key, with its new secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyWithSecret"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, key_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeKey"];
            };
        };
        responses: {
            /** @description The key, which is refused from now on */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokedKeys"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOwnPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonExport"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseOwnPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseOwnPerson"];
            };
        };
        responses: {
            /** @description The erasure; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description The erasure */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too much came in at once; Retry-After says until when */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, psn_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasePerson"];
            };
        };
        responses: {
            /** @description The erasure; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description The erasure */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeScopes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, psn_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeScopes"];
            };
        };
        responses: {
            /** @description The person as they are now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWithKeys"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    banPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, psn_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BanPerson"];
            };
        };
        responses: {
            /** @description The person, who may not sign in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWithKeys"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unbanPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, psn_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person, who may sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, psn_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offerReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, psn_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetLink"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description those alone that still work */
                open?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitePerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitePerson"];
            };
        };
        responses: {
            /** @description The invitation, with its link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationWithLink"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, inv_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The invitation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCommentaries: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description the publisher, by id */
                source?: string;
                /** @description who signs it, id or slug */
                author?: string;
                /** @description read for it, id or slug */
                collection?: string;
                /** @description on this day or later */
                published_after?: string;
                /** @description before this day */
                published_before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentaryPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordCommentary: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
                /** @description `respond-async` (RFC 7240): it is checked, written down and answered at once with 202 and the `Location` of what becomes of it, and done later, in the name of the same key or person, if they may then */
                Prefer?: "respond-async";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordCommentary"];
            };
        };
        responses: {
            /** @description The commentary; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedCommentary"];
                };
            };
            /** @description The commentary */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedCommentary"];
                };
            };
            /** @description With `Prefer: respond-async`: it is written down, and done later */
            202: {
                headers: {
                    /** @description where to read what becomes of it */
                    Location?: string;
                    /** @description `respond-async` */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeferredRequest"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the page could not be fetched */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description its host must be left alone for now; Retry-After says until when */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCommentary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, cmt_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The commentary */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentaryDetail"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCommentaryPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, cmt_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The places */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentaryPlaces"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCommentaryText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, cmt_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest plain text; offsets of candidates are UTF-16 code units into it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentaryText"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCandidates: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description id, cmt_… */
                commentary?: string;
                /** @description who signs the commentary, id or slug */
                author?: string;
                /** @description the publisher, by id */
                source?: string;
                /** @description id or slug */
                collection?: string;
                attribution?: "own" | "quoted" | "reported";
                kind?: "event" | "state" | "vague" | "counterfactual" | "normative";
                /** @description windows that end on this day or later */
                due_after?: string;
                /** @description windows that end before this day */
                due_before?: string;
                status?: "pending" | "accepted" | "rejected" | "split";
                /** @description with the scope review: those that wait for a second opinion of yours, as they were found, without what was decided */
                second_opinion?: "waiting";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidatePage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCandidate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, cnd_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The candidate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlaggedCandidate"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestQuestions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, cnd_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suggestions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewCandidate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, cnd_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewCandidate"];
            };
        };
        responses: {
            /** @description The candidate as reviewed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedCandidate"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoReview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, cnd_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoReview"];
            };
        };
        responses: {
            /** @description The candidate, pending, and the question that the statement stood on */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedCandidate"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    splitCandidate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, cnd_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitCandidate"];
            };
        };
        responses: {
            /** @description The candidate, and its parts */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SplitCandidateParts"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveSecondOpinion: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, cnd_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveSecondOpinion"];
            };
        };
        responses: {
            /** @description The opinion, and the dispute that it opened, if one */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondOpinion"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agreement */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewAgreement"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuthors: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                kind?: "person" | "organisation" | "model" | "unattributed";
                /** @description beginnings of words of the name, in any order, accents or not */
                q?: string;
                /** @description who has spoken on one of its questions; id or slug */
                collection?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordAuthor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordAuthor"];
            };
        };
        responses: {
            /** @description The author; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedAuthor"];
                };
            };
            /** @description The author */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedAuthor"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuthor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The author */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Author"];
                };
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpenPredictions: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of open questions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenPredictionPage"];
                };
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuthorFunnel: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts, stage by stage, which add up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funnel"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeAuthor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
                /** @description the ETag of GET /v1/authors/{id}, for a merged record that to which it sends on: the change is made only while the same records count for the author, by the same merges and splits; else 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeAuthor"];
            };
        };
        responses: {
            /** @description The link, and what it moved; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorLinked"];
                };
            };
            /** @description The link, and what it moved */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorLinked"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the author is not as If-Match says */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    splitAuthor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
                /** @description the ETag of GET /v1/authors/{id}, for a merged record that to which it sends on: the change is made only while the same records count for the author, by the same merges and splits; else 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitAuthor"];
            };
        };
        responses: {
            /** @description The link, and what it moved; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorLinked"];
                };
            };
            /** @description The link, and what it moved */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorLinked"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the author is not as If-Match says */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuthorLinks: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id or slug */
                author?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorLinkPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCalibration: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
                /** @description questions whose criteria were fixed before the outcome, or after it; left out with a snapshot: that of it */
                timing?: "prospective" | "retrospective";
                /** @description the own words of the author, or words that others quote; left out with a snapshot: that of it */
                voice?: "own" | "quoted";
                /** @description id or slug; left out: everything, or with a snapshot what that is of */
                collection?: string;
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalibrationReport"] | components["schemas"]["PinnedReport"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuthorScores: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
                /** @description questions whose criteria were fixed before the outcome, or after it; left out with a snapshot: that of it */
                timing?: "prospective" | "retrospective";
                /** @description the own words of the author, or words that others quote; left out with a snapshot: that of it */
                voice?: "own" | "quoted";
                /** @description id or slug; left out: everything, or with a snapshot what that is of */
                collection?: string;
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scores */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorScores"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuthorOverTime: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
                /** @description questions whose criteria were fixed before the outcome, or after it; left out with a snapshot: that of it */
                timing?: "prospective" | "retrospective";
                /** @description the own words of the author, or words that others quote; left out with a snapshot: that of it */
                voice?: "own" | "quoted";
                /** @description id or slug; left out: everything, or with a snapshot what that is of */
                collection?: string;
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scores over time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorOverTime"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readScoresOfMany: {
        parameters: {
            query: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
                /** @description questions whose criteria were fixed before the outcome, or after it; left out with a snapshot: that of it */
                timing?: "prospective" | "retrospective";
                /** @description the own words of the author, or words that others quote; left out with a snapshot: that of it */
                voice?: "own" | "quoted";
                /** @description id or slug; left out: everything, or with a snapshot what that is of */
                collection?: string;
                /** @description id or slug; stands once for each author, up to 100 times */
                author: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scores of each, in the order asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoresOfMany"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    computeScores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoresInput"];
            };
        };
        responses: {
            /** @description The scores */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComputedScores"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuthorLexicon: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
                /** @description questions whose criteria were fixed before the outcome, or after it; left out with a snapshot: that of it */
                timing?: "prospective" | "retrospective";
                /** @description the own words of the author, or words that others quote; left out with a snapshot: that of it */
                voice?: "own" | "quoted";
                /** @description id or slug; left out: everything, or with a snapshot what that is of */
                collection?: string;
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The own lexicon */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorLexicon"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readComparisons: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
                /** @description questions whose criteria were fixed before the outcome, or after it; left out with a snapshot: that of it */
                timing?: "prospective" | "retrospective";
                /** @description the own words of the author, or words that others quote; left out with a snapshot: that of it */
                voice?: "own" | "quoted";
                /** @description id or slug; left out: everything, or with a snapshot what that is of */
                collection?: string;
                /** @description `others`: the mean forecast of all other authors on the question; `baseline:<kind>`: what was recorded beside it (base-rate, market, crowd, status-quo); or an author by id or slug. May stand several times; left out: the others and every baseline */
                with?: string[];
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comparisons, in the order asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparisons"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalls: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
                /** @description questions whose criteria were fixed before the outcome, or after it; left out with a snapshot: that of it */
                timing?: "prospective" | "retrospective";
                /** @description the own words of the author, or words that others quote; left out with a snapshot: that of it */
                voice?: "own" | "quoted";
                /** @description id or slug; left out: everything, or with a snapshot what that is of */
                collection?: string;
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description which stand first */
                order?: "best" | "worst";
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drawCalibration: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
                /** @description questions whose criteria were fixed before the outcome, or after it; left out with a snapshot: that of it */
                timing?: "prospective" | "retrospective";
                /** @description the own words of the author, or words that others quote; left out with a snapshot: that of it */
                voice?: "own" | "quoted";
                /** @description id or slug; left out: everything, or with a snapshot what that is of */
                collection?: string;
                /** @description auto: as the device of the reader prefers */
                theme?: "auto" | "light" | "dark";
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The diagram */
            200: {
                headers: {
                    /** @description the rule by which the curve is withheld; left out where it is shown */
                    "Hindcast-Withheld"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCalibrationTable: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
                /** @description questions whose criteria were fixed before the outcome, or after it; left out with a snapshot: that of it */
                timing?: "prospective" | "retrospective";
                /** @description the own words of the author, or words that others quote; left out with a snapshot: that of it */
                voice?: "own" | "quoted";
                /** @description id or slug; left out: everything, or with a snapshot what that is of */
                collection?: string;
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The curve */
            200: {
                headers: {
                    /** @description the rule by which the curve is withheld; left out where it is shown */
                    "Hindcast-Withheld"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                status?: "open" | "due" | "resolved" | "void";
                kind?: "binary" | "categorical";
                /** @description id or slug */
                author?: string;
                /** @description id, fam_… */
                family?: string;
                /** @description lower case, hyphens */
                topic?: components["schemas"]["TopicSlug"];
                /** @description id or slug */
                collection?: string;
                /** @description windows that end on this day or later */
                due_after?: string;
                /** @description windows that end before this day */
                due_before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createQuestion: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateQuestion"];
            };
        };
        responses: {
            /** @description The question; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            /** @description The question */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addVersion: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
                /** @description the ETag of GET /v1/questions/{id}: the change is made only while the question has the versions, options, topics and log entries that were read then; else 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description id, qst_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddVersion"];
            };
        };
        responses: {
            /** @description The version; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionVersion"];
                };
            };
            /** @description The version */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionVersion"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the question is not as If-Match says */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addOption: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
                /** @description the ETag of GET /v1/questions/{id}: the change is made only while the question has the versions, options, topics and log entries that were read then; else 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description id, qst_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddOption"];
            };
        };
        responses: {
            /** @description The option; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionOption"];
                };
            };
            /** @description The option */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionOption"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the question is not as If-Match says */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readQuestion: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
            };
            header?: never;
            path: {
                /** @description id, qst_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The question */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDetail"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTopics: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
                /** @description the ETag of GET /v1/questions/{id}: the change is made only while the question has the versions, options, topics and log entries that were read then; else 412 */
                "If-Match"?: string;
            };
            path: {
                /** @description id, qst_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTopics"];
            };
        };
        responses: {
            /** @description The topics; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicsChanged"];
                };
            };
            /** @description The topics */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicsChanged"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the question is not as If-Match says */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBaselines: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
            };
            header?: never;
            path: {
                /** @description id, qst_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaselinePage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordBaseline: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, qst_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordBaseline"];
            };
        };
        responses: {
            /** @description The baseline; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Baseline"];
                };
            };
            /** @description The baseline */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Baseline"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordBaselines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Baselines"];
            };
        };
        responses: {
            /** @description What became of each; none was new */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaselineResults"];
                };
            };
            /** @description What became of each */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaselineResults"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listResolvers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, qst_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules with their states */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionResolvers"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPredictions: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id or slug */
                author?: string;
                /** @description id or slug */
                collection?: string;
                /** @description the publisher, by id */
                source?: string;
                /** @description id, qst_… */
                question?: string;
                /** @description id, cmt_… */
                commentary?: string;
                /** @description lower case, hyphens */
                topic?: components["schemas"]["TopicSlug"];
                /** @description windows that end on this day or later */
                due_after?: string;
                /** @description windows that end before this day */
                due_before?: string;
                /** @description said at this moment or later, by the earliest it may have been */
                said_after?: string;
                /** @description said before this moment, by the latest it may have been */
                said_before?: string;
                /** @description of the question */
                status?: "open" | "due" | "resolved" | "void";
                /** @description of the question */
                kind?: "binary" | "categorical";
                attribution?: "own" | "quoted" | "reported";
                origin?: "commentary" | "submitted" | "imported";
                /** @description of what counts, once its question closed or was decided: on which board */
                timing?: "prospective" | "retrospective";
                /** @description true: what was taken back alone; false: without it and its marks; left out: all of it, marked */
                taken_back?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitPrediction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitPrediction"];
            };
        };
        responses: {
            /** @description The prediction, with its id and digest as receipt; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prediction"];
                };
            };
            /** @description The prediction, with its id and digest as receipt */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prediction"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPrediction: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
            };
            header?: never;
            path: {
                /** @description id, prd_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The prediction */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionDetail"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readForecastHistory: {
        parameters: {
            query: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id or slug */
                author: string;
            };
            header?: never;
            path: {
                /** @description id, qst_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The intervals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastHistory"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, prd_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitPredictions: {
        parameters: {
            query?: {
                /** @description lines before it are passed over: where an earlier answer broke off */
                from_line?: number;
                /** @description a line for each item, or for those that were refused and a line of progress for each part */
                answers?: "all" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["SubmitPrediction"];
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of each, one line each, and a closing line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["BatchLine"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveQuestions: {
        parameters: {
            query?: {
                /** @description lines before it are passed over: where an earlier answer broke off */
                from_line?: number;
                /** @description a line for each item, or for those that were refused and a line of progress for each part */
                answers?: "all" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ResolveQuestion"];
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of each, one line each, and a closing line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["BatchLine"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenImport"];
            };
        };
        responses: {
            /** @description The import, and the collection in which it is ranked; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedImport"];
                };
            };
            /** @description The import, and the collection in which it is ranked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedImport"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importForecasts: {
        parameters: {
            query?: {
                /** @description lines before it are passed over: where an earlier answer broke off */
                from_line?: number;
                /** @description a line for each item, or for those that were refused and a line of progress for each part */
                answers?: "all" | "refused";
            };
            header?: never;
            path: {
                /** @description id, imp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ImportForecast"];
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of each, one line each, and a closing line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["BatchLine"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importOutcomes: {
        parameters: {
            query?: {
                /** @description lines before it are passed over: where an earlier answer broke off */
                from_line?: number;
                /** @description a line for each item, or for those that were refused and a line of progress for each part */
                answers?: "all" | "refused";
            };
            header?: never;
            path: {
                /** @description id, imp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ImportOutcome"];
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of each, one line each, and a closing line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["BatchLine"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordStatement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, cmt_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordStatement"];
            };
        };
        responses: {
            /** @description The prediction; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prediction"];
                };
            };
            /** @description The prediction */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prediction"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                kind?: string;
                /** @description ISO 8601, UTC, milliseconds */
                occurred_after?: components["schemas"]["Instant"];
                /** @description ISO 8601, UTC, milliseconds */
                occurred_before?: components["schemas"]["Instant"];
                /** @description the publisher, by id */
                source?: string;
                /** @description id, cmt_… */
                commentary?: string;
                /** @description cited as evidence on it */
                question?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordEvent"];
            };
        };
        responses: {
            /** @description The event; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedEvent"];
                };
            };
            /** @description The event */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedEvent"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readEvent: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
            };
            header?: never;
            path: {
                /** @description id, evt_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archived copy, without its bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archive"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readArchiveBytes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEventCandidates: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description id, cmt_… */
                commentary?: string;
                status?: "pending" | "accepted" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventCandidatePage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readEventCandidate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, evc_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event candidate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventCandidate"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, evc_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suggestions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearEvents"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewEventCandidate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, evc_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewEventCandidate"];
            };
        };
        responses: {
            /** @description The event candidate as reviewed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedEventCandidate"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findEvidence: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 50 */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description id, qst_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionEvidence"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findQuestionsOfEvent: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 50 */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description id, evt_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The questions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BorneOnList"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findQuestionsOfCommentary: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 50 */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description id, cmt_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The questions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BorneOnList"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProposals: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description id, qst_… */
                question?: string;
                status?: "pending" | "settled" | "declined";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeOutcome: {
        parameters: {
            query?: {
                dry_run?: "true" | "false";
            };
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeOutcome"];
            };
        };
        responses: {
            /** @description The proposal that stood already, or what would come of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedProposal"] | components["schemas"]["ProposalTrial"];
                };
            };
            /** @description The proposal */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedProposal"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, prp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideProposal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
                /** @description `respond-async` (RFC 7240): it is checked, written down and answered at once with 202 and the `Location` of what becomes of it, and done later, in the name of the same key or person, if they may then */
                Prefer?: "respond-async";
            };
            path: {
                /** @description id, prp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideProposal"];
            };
        };
        responses: {
            /** @description The proposal and its question */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedProposal"];
                };
            };
            /** @description With `Prefer: respond-async`: it is written down, and done later */
            202: {
                headers: {
                    /** @description where to read what becomes of it */
                    Location?: string;
                    /** @description `respond-async` */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeferredRequest"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listResolutions: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id or slug */
                author?: string;
                /** @description id, qst_… */
                question?: string;
                /** @description lower case, hyphens */
                topic?: components["schemas"]["TopicSlug"];
                /** @description id or slug */
                collection?: string;
                /** @description windows that end on this day or later */
                due_after?: string;
                /** @description windows that end before this day */
                due_before?: string;
                /** @description of the question */
                status?: "open" | "due" | "resolved" | "void";
                /** @description of the question */
                kind?: "binary" | "categorical";
                step?: "close" | "settle" | "void" | "reopen" | "close-version" | "settle-version" | "reopen-version";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveQuestion: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
                /** @description the ETag of GET /v1/questions/{id}: the change is made only while the question has the versions, options, topics and log entries that were read then; else 412 */
                "If-Match"?: string;
                /** @description `respond-async` (RFC 7240): it is checked, written down and answered at once with 202 and the `Location` of what becomes of it, and done later, in the name of the same key or person, if they may then */
                Prefer?: "respond-async";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveQuestion"];
            };
        };
        responses: {
            /** @description The question as decided */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedQuestion"];
                };
            };
            /** @description With `Prefer: respond-async`: it is written down, and done later */
            202: {
                headers: {
                    /** @description where to read what becomes of it */
                    Location?: string;
                    /** @description `respond-async` */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeferredRequest"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the question is not as If-Match says */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScoreChanges: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id or slug */
                author?: string;
                /** @description id, qst_… */
                question?: string;
                /** @description lower case, hyphens */
                topic?: components["schemas"]["TopicSlug"];
                /** @description id or slug */
                collection?: string;
                /** @description windows that end on this day or later */
                due_after?: string;
                /** @description windows that end before this day */
                due_before?: string;
                timing?: "prospective" | "retrospective";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreChangePage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                status?: "received" | "open" | "upheld" | "rejected" | "dismissed" | "overdue";
                /** @description id, qst_… */
                question?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputePage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fileDispute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileDispute"];
            };
        };
        responses: {
            /** @description The dispute; keep its id; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledDispute"];
                };
            };
            /** @description The dispute; keep its id */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledDispute"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too much came in at once; Retry-After says until when */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replyToDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, dsp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyToDispute"];
            };
        };
        responses: {
            /** @description The dispute with the reply; keep its id; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepliedToDispute"];
                };
            };
            /** @description The dispute with the reply; keep its id */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepliedToDispute"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too much came in at once; Retry-After says until when */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, dsp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dispute */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmDispute: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, dsp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmDispute"];
            };
        };
        responses: {
            /** @description The dispute */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleDispute: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
                /** @description `respond-async` (RFC 7240): it is checked, written down and answered at once with 202 and the `Location` of what becomes of it, and done later, in the name of the same key or person, if they may then */
                Prefer?: "respond-async";
            };
            path: {
                /** @description id, dsp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleDispute"];
            };
        };
        responses: {
            /** @description The dispute as ruled */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuledDispute"];
                };
            };
            /** @description With `Prefer: respond-async`: it is written down, and done later */
            202: {
                headers: {
                    /** @description where to read what becomes of it */
                    Location?: string;
                    /** @description `respond-async` */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeferredRequest"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDisputeContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, dsp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contacts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeContacts"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetDisputeContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, dsp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No contacts any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeContacts"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRedactions: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedactionPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redactText: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedactText"];
            };
        };
        responses: {
            /** @description The redaction; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redaction"];
                };
            };
            /** @description The redaction */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redaction"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description what to look for */
                q: string;
                /** @description only these; may stand several times */
                kind?: ("question" | "prediction" | "author")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what matches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCollections: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordCollection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordCollection"];
            };
        };
        responses: {
            /** @description The collection; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedCollection"];
                };
            };
            /** @description The collection */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedCollection"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCollectionFunnel: {
        parameters: {
            query?: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
            };
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts, stage by stage, which add up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionFunnel"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLeaderboard: {
        parameters: {
            query: {
                /** @description what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain read: counts are added up from the postings of the author or collection. */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description id of a kept board: what it keeps is answered as it was kept, all else as of its position by the same rules. It says of what the answer is, so timing, voice and collection may be left out; not with as_of */
                snapshot?: string;
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description id or slug */
                collection: string;
                /** @description prospective, or that of the snapshot */
                timing?: "prospective" | "retrospective";
                /** @description own, or that of the snapshot */
                voice?: "own" | "quoted";
                /** @description the questions of this topic alone, without ranks and verdicts; 404 where no question ever had it */
                topic?: string;
                /** @description questions due in this month or later, YYYY-MM; without ranks and verdicts */
                due_from?: string;
                /** @description questions due in this month or earlier, YYYY-MM */
                due_until?: string;
                /** @description shows rows from so many families on; ranks stay those of the whole board */
                min_families?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the board */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderboardPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSnapshots: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description id or slug; `all` for the boards of everything */
                collection?: string;
                timing?: "prospective" | "retrospective";
                voice?: "own" | "quoted";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSnapshot: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description id, snp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotDetail"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDifficulties: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description id, snp_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDifficultyPage"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordSource"];
            };
        };
        responses: {
            /** @description The source; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedSource"];
                };
            };
            /** @description The source */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedSource"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordCoverage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, src_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadThrough"];
            };
        };
        responses: {
            /** @description The coverage; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedCoverage"];
                };
            };
            /** @description The coverage */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedCoverage"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last position, and what waits for one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerState"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCheckpoints: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description how many facts it covers, or `latest` */
                size: "latest" | number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checkpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveInclusion: {
        parameters: {
            query?: {
                /** @description how many facts it covers, or `latest` */
                size?: "latest" | number;
            };
            header?: never;
            path: {
                /** @description of a fact: `prd_…`, `res_…`, … */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InclusionProof"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveConsistency: {
        parameters: {
            query?: {
                /** @description the older size */
                from?: number | null;
                /** @description the newer size; without it that of the newest checkpoint */
                to?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof, with both roots */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsistencyProof"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description the `next` of the answer before; 0 from the beginning */
                after?: number | null;
                /** @description these kinds alone, with commas between: `prediction,resolution` */
                kind?: string;
                /** @description id or slug: their words and scores, and what happens to the questions they have spoken on */
                author?: string;
                /** @description id, qst_… */
                question?: string;
                /** @description what is about a question that has this topic now */
                topic?: string;
                /** @description id or slug: what is about a question or a commentary that belongs to it now */
                collection?: string;
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description where nothing is there yet, wait so many seconds for it, at most 30, and answer once it is */
                wait?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was sealed after the position */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhook"];
            };
        };
        responses: {
            /** @description The webhook, with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, whk_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, whk_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWebhook"];
            };
        };
        responses: {
            /** @description The webhook */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setWebhookStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, whk_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetWebhookStatus"];
            };
        };
        responses: {
            /** @description The webhook; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedWebhook"];
                };
            };
            /** @description The webhook */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedWebhook"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, whk_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateWebhookSecret"];
            };
        };
        responses: {
            /** @description The webhook, with its new secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                status?: "pending" | "delivered" | "dead" | "dropped";
            };
            header?: never;
            path: {
                /** @description id, whk_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, whk_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayDeliveries"];
            };
        };
        responses: {
            /** @description How many are sent again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDeliveries"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, whk_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestWebhook"];
            };
        };
        responses: {
            /** @description What came of it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTest"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuthorAtom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An Atom feed (RFC 4287) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuthorJsonFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id or slug */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Feed (version 1.1) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": {
                        /** @enum {string} */
                        version: "https://jsonfeed.org/version/1.1";
                        title: string;
                        items: ({
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description this record is merged into another: the same of the author whom it counts for is at Location */
            308: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTopicAtom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description lower case, hyphens */
                slug: components["schemas"]["TopicSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An Atom feed (RFC 4287) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTopicJsonFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description lower case, hyphens */
                slug: components["schemas"]["TopicSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Feed (version 1.1) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": {
                        /** @enum {string} */
                        version: "https://jsonfeed.org/version/1.1";
                        title: string;
                        items: ({
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExportSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Their manifests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportSnapshots"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readExportSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description calendar day, YYYY-MM-DD, 1900 to 2199 */
                name: components["schemas"]["Day"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotManifest"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadSnapshotFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description calendar day, YYYY-MM-DD, 1900 to 2199 */
                name: components["schemas"]["Day"];
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                    "application/json": components["schemas"]["SnapshotManifest"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exports"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readExport: {
        parameters: {
            query?: {
                /** @description a position of the ledger or an instant: what stood there; left out, at the last position */
                as_of?: components["schemas"]["Instant"] | string;
                /** @description a position or an instant: what was recorded after it. Give the Hindcast-Position of the export before. */
                changed_since?: components["schemas"]["Instant"] | string;
            };
            header?: never;
            path: {
                file: "authors.ndjson" | "authors.csv" | "authors.parquet" | "author-links.ndjson" | "author-links.csv" | "author-links.parquet" | "sources.ndjson" | "sources.csv" | "sources.parquet" | "collections.ndjson" | "collections.csv" | "collections.parquet" | "memberships.ndjson" | "memberships.csv" | "memberships.parquet" | "commentaries.ndjson" | "commentaries.csv" | "commentaries.parquet" | "readings.ndjson" | "readings.csv" | "readings.parquet" | "extraction-runs.ndjson" | "extraction-runs.csv" | "extraction-runs.parquet" | "candidates.ndjson" | "candidates.csv" | "candidates.parquet" | "event-candidates.ndjson" | "event-candidates.csv" | "event-candidates.parquet" | "questions.ndjson" | "questions.csv" | "questions.parquet" | "versions.ndjson" | "versions.csv" | "versions.parquet" | "options.ndjson" | "options.csv" | "options.parquet" | "topics.ndjson" | "topics.csv" | "topics.parquet" | "predictions.ndjson" | "predictions.csv" | "predictions.parquet" | "baselines.ndjson" | "baselines.csv" | "baselines.parquet" | "events.ndjson" | "events.csv" | "events.parquet" | "evidence.ndjson" | "evidence.csv" | "evidence.parquet" | "coverage.ndjson" | "coverage.csv" | "coverage.parquet" | "resolutions.ndjson" | "resolutions.csv" | "resolutions.parquet" | "score-changes.ndjson" | "score-changes.csv" | "score-changes.parquet" | "disputes.ndjson" | "disputes.csv" | "disputes.parquet" | "exclusions.ndjson" | "exclusions.csv" | "exclusions.parquet" | "redactions.ndjson" | "redactions.csv" | "redactions.parquet" | "erasures.ndjson" | "erasures.csv" | "erasures.parquet" | "ledger.ndjson" | "ledger.csv" | "ledger.parquet";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    /** @description of what it is; give it as changed_since next time */
                    "Hindcast-Position": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeeds: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordFeed"];
            };
        };
        responses: {
            /** @description The feed; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedFeed"];
                };
            };
            /** @description The feed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedFeed"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, fed_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeedEntries: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                status?: "pending" | "recorded" | "known" | "refused" | "failed";
            };
            header?: never;
            path: {
                /** @description id, fed_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedEntryPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setFeedStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, fed_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetFeedStatus"];
            };
        };
        responses: {
            /** @description The feed; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedFeed"];
                };
            };
            /** @description The feed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedFeed"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobRuns: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                job?: "answer-requests" | "check-counts" | "close-due-questions" | "keep-reports" | "poll-feeds" | "read-passages" | "resolve-questions" | "seal-facts" | "deliver-webhooks" | "write-exports" | "write-reports";
                status?: "running" | "done" | "failed" | "abandoned";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRunPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description those that were put back, or those that wait */
                replayed?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking, or a session writes from another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, ded_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayDeadLetter"];
            };
        };
        responses: {
            /** @description The letter, as it was put back; it stood already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
            /** @description The letter, as it was put back */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDeferredRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, dfr_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request, with its answer once there is one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeferredRequest"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLexicons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All lexicons, without their entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LexiconList"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLexicon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lexicon */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lexicon"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDefinitions: {
        parameters: {
            query?: {
                /** @description only these, by id; may stand several times */
                measure?: string[];
                /** @description only measures of this field of a report, as `withheld` names it; may stand several times */
                field?: ("calls" | "hits" | "expectedHits" | "baseRate" | "hitTest" | "familyHitTest" | "brier" | "gap" | "logScore" | "baselineScore" | "skill" | "references" | "overTime" | "bounds" | "bounds.right" | "bounds.overconfidence" | "bounds.groups" | "bounds.curve" | "leaning" | "groups" | "curve" | "spiegelhalter" | "slope" | "eValue" | "verdict" | "provisionalRank" | "adjusted" | "decomposition" | "murphy" | "auc" | "rank" | "comparisons" | "calibrationError" | "topics" | "trend")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The measures, in the order of a report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionList"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The measure */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Definition"];
                };
            };
            /** @description what the client holds (If-None-Match) still stands */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWindowRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WindowRules"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKinds"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWork: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description open ones whose window ends before this day; today */
                due_before?: string;
                resolver?: "manual" | "by-event" | "feed" | "silence" | "judge";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVersionWork: {
        parameters: {
            query?: {
                /** @description at most so many, 1 to 200 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionWorkPage"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaseWork: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaseWork"];
            };
        };
        responses: {
            /** @description The lease and its questions; no lease when nothing is free */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeasedWork"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewLease: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description a name of this one request, such as a UUID: who sends it again within 24 hours gets the first answer, marked `Idempotent-Replayed: true`. With another request it is refused (422), while the first one runs too (409).
                 * @example 6f1d2f0e-4f0d-4d43-8a52-3d5c8f7c2f10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description id, lse_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewLease"];
            };
        };
        responses: {
            /** @description The lease */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkLease"];
                };
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseLease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, lse_… */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its questions are free */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a key or a session is needed, or the key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the scope is lacking */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description something named does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description it exists already, or cannot follow on what stands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description a field is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too many requests by this address or key; Retry-After says until when */
            429: {
                headers: {
                    /** @description when to ask again, an HTTP date */
                    "Retry-After"?: string;
                    /**
                     * @description how many requests (q) in how many seconds (w) are taken, by address and by key
                     * @example "address";q=1200;w=60, "key";q=600;w=60
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveFact: {
        parameters: {
            query?: never;
            header: {
                /** @description of the message, the same at every attempt and replay: whoever remembers it does nothing twice */
                "webhook-id": string;
                /** @description the second of this attempt; refuse what is more than five minutes off */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; two of them, with a space between, during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookMessage"];
            };
        };
        responses: {
            /** @description nobody is here any more: the webhook ends */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description busy: nothing is sent before `Retry-After`, an hour at most */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description busy: nothing is sent before `Retry-After`, an hour at most */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken; answer within 15 seconds and do the work after */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description failed, a redirect too: tried again, ten times in three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveTest: {
        parameters: {
            query?: never;
            header: {
                /** @description of the message, the same at every attempt and replay: whoever remembers it does nothing twice */
                "webhook-id": string;
                /** @description the second of this attempt; refuse what is more than five minutes off */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; two of them, with a space between, during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookTestMessage"];
            };
        };
        responses: {
            /** @description nobody is here any more: the webhook ends */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description busy: nothing is sent before `Retry-After`, an hour at most */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description busy: nothing is sent before `Retry-After`, an hour at most */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken; answer within 15 seconds and do the work after */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description failed, a redirect too: tried again, ten times in three days */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
