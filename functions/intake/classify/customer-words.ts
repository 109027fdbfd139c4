/**
 * A customer speaks, in lower case without accents. What machines and people both write (that somebody is away, that a message is
 * automatic) then counts for nothing, because people write about it too.
 */

/** Asks in the first person for what only customers ask for, or says what they bought. No machine says so, mail servers included. */
export const CUSTOMER_ASKS = new RegExp(
  [
    "\\b(?:want|would like|'d like|need|like to|expect|demand|request(?:ing)?|ask(?:ing)? for|entitled to|waiting for|promised)\\b[^.\\n]{0,40}\\b(?:refund\\w*|money|exchange\\w*|replacement|credit|return (?:it|them|this|my)|compensat\\w*)",
    '\\b(?:please|can you|could you|can i|could i|may i) (?:have (?:a |my )?|get (?:a |my )?)?(?:refund|exchange|replace|reimburse|money)\\b|\\brefund (?:me|us|please|my|it)\\b|\\bmoney back\\b|\\b(?:unsubscribe|remove) me\\b',
    '\\b(?:i|we) (?:have |had )?(?:just |recently |only )?(?:bought|ordered|purchased|paid|used|was charged|were charged)\\b|\\bi (?:only )?(?:got|received) (?:the|a|an|my|it)\\b',
    "\\b(?:about|for|of|regarding) my (?:order|refund|return|purchase|parcel|exchange)\\b|\\bmy (?:order|parcel|package|purchase|money|refund|item|delivery)\\b[^.\\n]{0,40}\\b(?:is|was|has|hasn't|did|didn't|never|arrived|came|went|still)\\b|\\babout (?:the|our) (?:refund|exchange|return|replacement)\\b",
    '\\b(?:quero|queremos|queria|gostaria|gostariamos|solicito|solicitamos|peco|pedimos|exijo|preciso|desejo|aguardo|aceito|posso|podem|poderiam)\\b[^.\\n]{0,50}\\b(?:reembols\\w+|estorn\\w+|dinheiro|devol\\w+|troc\\w+|credito|cancel\\w+)',
    '\\b(?:meu|nosso) (?:dinheiro|reembolso|estorno)\\b|\\b(?:meu (?:pedido|pacote|produto)|minha (?:encomenda|compra))\\b[^.\\n]{0,40}\\b(?:veio|chegou|nao|foi|consta|esta|estava)\\b|\\b(?:comprei|compramos|paguei|pagamos|devolvi|encomendei|fui cobrad[oa])\\b|\\bnao (?:quero|desejo) mais receber\\b|\\bdescadastr\\w{1,5} (?:o )?meu\\b',
    '\\b(?:quiero|queremos|quisiera|solicito|pido|exijo|necesito)\\b[^.\\n]{0,50}\\b(?:reembols\\w+|dinero|devol\\w+|cambi\\w+)|\\bmi (?:pedido|paquete|dinero)\\b',
    '\\b(?:mochte|will|wollen|verlange|bitte|wunsche)\\b[^.\\n]{0,50}\\b(?:geld|erstatt\\w+|ruckerstatt\\w+|umtausch\\w*|zuruckgeben)|\\bmein(?:e|em|er)? (?:geld|paket|bestellung)\\b|\\bgeld zuruck\\b',
    '\\b(?:voudrais|veux|souhaite|demande|aimerais)\\b[^.\\n]{0,50}\\b(?:rembours\\w+|echang\\w+)\\b|\\b(?:mon colis|mon argent|ma commande)\\b|\\betre rembourse',
    '\\b(?:vorrei|voglio|chiedo|desidero)\\b[^.\\n]{0,50}\\b(?:rimbors\\w+|cambi\\w+|soldi|restitu\\w+)|\\b(?:il mio (?:pacco|ordine)|i miei soldi)\\b',
  ].join('|'),
);

/** Says what is wrong with it, gives what was asked for, or waits for an answer. */
export const CUSTOMER_TELLS = new RegExp(
  [
    "\\b(?:arrived|came|is|was) (?:\\w{1,12} )?(?:broken|damaged|defective|faulty|too (?:small|big|large|late))\\b|\\b(?:does not|doesn't|do not|don't|did not|didn't) (?:work(?! out)|fit|arrive)\\b|\\bstopped working\\b|\\bnever (?:arrived|came)\\b|\\b(?:returned (?:it|my)|sent (?:it|them) back)\\b",
    '\\bnao (?:funciona|funcionou|serviu|chegou|gostei|coube)\\b|\\bparou de funcionar\\b|\\b(?:veio|chegou|vieram|chegaram) (?:\\w{1,12} )?(?:com defeito|errad|quebrad|danificad|rasgad|atrasad|no tamanho)',
    '\\bno (?:funciona|llego)\\b|\\b(?:llego|esta) (?:rot[oa]|danad[oa]|defectuos[oa])|\\b(?:ist|war|kam) (?:\\w{1,12} )?(?:defekt|kaputt|beschadigt|zu (?:klein|gross))\\b|\\b(?:est|arrive) (?:casse|abime|defectueu|trop (?:petit|grand))',
    "\\b(?:i|we)(?:'ll| will| shall| can|'ve| have)? (?:\\w{1,12} )?(?:send|sent|attach(?:ed)?|bring|post)\\b(?! (?:you )?(?:an? |your |the )?(?:reply|response|answer|confirmation|e-?mail|message|ticket))|\\b(?:the|my|some|attached) (?:photos?|pictures?)\\b|\\b(?:my|attached) (?:receipt|invoice)\\b|\\bmy (?:private|personal|other) (?:one|address|e-?mail)\\b|\\border (?:number )?(?:is |no\\.? ?|# ?)?[a-z-]{0,4}\\d{4}",
    '\\b(?:mando|mandarei|enviarei|anexei)\\b|\\b(?:as|minhas|umas) fotos\\b|\\bnota fiscal\\b|\\bpedido (?:numero |n[o.]? )?[a-z-]{0,4}\\d{4}|\\b(?:das|die|ein|mein) fotos?\\b|\\bbestellnummer\\b',
    "\\b(?:i was|we were|i have been|i've been|still) (?:told|waiting|promised)\\b|\\bnobody (?:did|has|called|answered|replied)\\b|\\b(?:days|weeks|months) ago\\b",
    '\\b(?:faz|ha|fazem) (?:mais de |quase )?(?:\\d{1,3}|uma?|dois|duas|tres|quatro|cinco) (?:dias|semanas?|mes(?:es)?)\\b|\\bnada ate agora\\b|\\bninguem (?:me |nos )?(?:respond|lig|retorn)',
  ].join('|'),
);
