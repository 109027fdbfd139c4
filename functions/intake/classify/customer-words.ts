/**
 * A customer speaks: asks in the first person for what only customers ask for, or says what became of what they bought, in lower
 * case without accents. No notice of absence and no help desk says so. What machines and people both write (that somebody is
 * away, that a message is automatic) then counts for nothing, because people write about it too.
 */
export const CUSTOMER = new RegExp(
  [
    "\\b(?:want|would like|'d like|need|like to|expect|demand|request(?:ing)?|ask(?:ing)? for|entitled to|waiting for|promised)\\b[^.\\n]{0,40}\\b(?:refund\\w*|money|exchange\\w*|replacement|credit|return (?:it|them|this|my|the)|compensat\\w*)",
    '\\b(?:please|can you|could you|can i|could i|may i) (?:have (?:a |my )?|get (?:a |my )?)?(?:refund|exchange|replace|reimburse|money)\\b|\\brefund (?:me|us|please|my|it)\\b|\\bmoney back\\b',
    '\\b(?:i|we) (?:have |had )?(?:just |recently |only )?(?:bought|ordered|purchased|paid|returned (?:it|the|my)|sent (?:it|them) back|was charged|were charged)\\b|\\bi (?:only )?(?:got|received) (?:the|a|an|my|it)\\b',
    "\\b(?:about|for|of|regarding) my (?:order|refund|return|purchase|parcel|exchange)\\b|\\bmy (?:order|parcel|package|purchase|money|refund|item|delivery)\\b[^.\\n]{0,40}\\b(?:is|was|has|hasn't|did|didn't|never|arrived|came|went|still)\\b",
    "\\b(?:arrived|came|is|was) (?:\\w{1,12} )?(?:broken|damaged|defective|faulty|too (?:small|big|large|late))\\b|\\b(?:does not|doesn't|do not|don't|did not|didn't) (?:work|fit|arrive)\\b|\\bstopped working\\b|\\bnever (?:arrived|came)\\b",
    '\\babout (?:the|my|our) (?:refund|exchange|return|replacement)\\b',
    '\\b(?:quero|queremos|queria|gostaria|gostariamos|solicito|solicitamos|peco|pedimos|exijo|preciso|desejo|aguardo|aceito|posso|podem|poderiam)\\b[^.\\n]{0,50}\\b(?:reembols\\w+|estorn\\w+|dinheiro|devol\\w+|troc\\w+|credito|cancel\\w+)',
    '\\b(?:meu|nosso) (?:dinheiro|reembolso|estorno)\\b|\\b(?:meu (?:pedido|pacote|produto)|minha (?:encomenda|compra))\\b[^.\\n]{0,40}\\b(?:veio|chegou|nao|foi|consta|esta|estava)\\b',
    '\\b(?:comprei|compramos|paguei|pagamos|devolvi|encomendei|fui cobrad[oa]|parou de funcionar)\\b|\\bnao (?:funciona|funcionou|serviu|chegou|gostei|coube)\\b|\\b(?:veio|chegou|vieram|chegaram) (?:\\w{1,12} )?(?:com defeito|errad|quebrad|danificad|rasgad|atrasad|no tamanho)',
    '\\b(?:quiero|queremos|quisiera|solicito|pido|exijo|necesito)\\b[^.\\n]{0,50}\\b(?:reembols\\w+|dinero|devol\\w+|cambi\\w+)|\\bmi (?:pedido|paquete|dinero)\\b|\\bno (?:funciona|llego)\\b',
    '\\b(?:mochte|will|wollen|verlange|bitte|wunsche)\\b[^.\\n]{0,50}\\b(?:geld|erstatt\\w+|ruckerstatt\\w+|umtausch\\w*|zuruckgeben)|\\bmein(?:e|em|er)? (?:geld|paket|bestellung)\\b|\\bgeld zuruck\\b',
    '\\b(?:voudrais|veux|souhaite|demande|aimerais)\\b[^.\\n]{0,50}\\b(?:rembours\\w+|echang\\w+|retour\\w*)\\b|\\b(?:mon colis|mon argent|ma commande)\\b|\\betre rembourse',
    '\\b(?:vorrei|voglio|chiedo|desidero)\\b[^.\\n]{0,50}\\b(?:rimbors\\w+|cambi\\w+|soldi|restitu\\w+)|\\b(?:il mio (?:pacco|ordine)|i miei soldi)\\b',
  ].join('|'),
);
