"""The words of pages at large: how captions, notices, promotions and comments begin.

Lines are matched in lower case with straight quotes (see `furniture.fold`). Patterns named
after a part of the page match from the start of a line; those named `..._INSIDE` may stand
anywhere, and are tried only where one of their key words occurs, so that prose costs next to
nothing.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_PICTURE = (
    r"(?:(?:file|stock|library|posed by models?) ?)?"
    r"(?:image|picture|photo|photograph|pic|video|graphic|illustration|cartoon)s?"
)
_AGENCY = (
    r"(?:getty images|getty|pa images|pa media|pa wire|pa|alamy|shutterstock|adobe ?stock|istock"
    r"|istockphoto|reuters|ldrs|google(?: maps| street ?view)?)"
)

CAPTION = _any(
    rf"\(?{_PICTURE} ?(?:credits?|by|courtesy of|copyright|shows?)? ?:",
    rf"{_PICTURE} (?:source|caption|credit)\b",
    rf"{_PICTURE} (?:by|courtesy of) [^.]{{2,60}}$",
    r"\(?(?:credits?|main image|caption|posed by models?)(?: ?:| by )",
    rf"{_AGENCY}(?: ?[/|:,-] ?[^.]{{0,60}})?$",
    r"(?:supplied|handout|news article image|article image|hero image)$",
    r"\S+\.(?:jpe?g|png|gif|webp|svg)$|[0-9a-f]{6,}(?:-[0-9a-f]{2,}){3,}$",
    r"(?:©|\(c\)) ?[a-z]",
)
"""How lines begin that belong to a picture."""

CAPTION_INSIDE = _any(
    rf"\((?:{_PICTURE}|credit|source|main image)(?: credits?| courtesy of| by)?:[^()]{{1,80}}\)?$",
    rf"(?:\b|/){_AGENCY}(?:/[\w ]{{1,30}})?\)?$",
    r"/getty images\b[^.]{0,80}$",
    r"image (?:source|caption), ?",
)
"""How they end."""

CAPTION_WORDS = (
    ":",
    "image ",
    "getty",
    "pa ",
    "alamy",
    "shutterstock",
    "stock",
    "reuters",
    "ldrs",
    "google",
)

CREDIT = re.compile(
    r"\b(?:Picture|Photo|Image|Photograph|Pic|Credit|PICTURE|PHOTO|IMAGE)s?"
    r"(?: (?:credit|by|courtesy of))? ?: ?[^.!?:]{2,60}[.)]?$"
)
"""A credit that ends a caption; matched with its case kept."""

CAPTION_LABEL = re.compile(
    r"(?:image|photo|picture|video) (?:source|caption|credit)[,:]?$|caption:$"
)
"""Such a label without its caption, which then stands in the next line."""

_CELL = (
    r" [/>»›] (?:inadequate|requires improvement(?: to be good)?|adequate|good|outstanding|20\d\d"
    r"|previous|now|latest|current)"
    r"(?: [/>»›]|$)"
)
"""A cell of a table that somebody typed, which no path to a page has."""

_MENU = (
    r"(?:menu|search|home|news|sport|about(?: us)?|contact(?: us)?|log ?in|register|subscribe|jobs"
    r"|events|close|open|more|sign ?in|sign ?up|sign ?out|my account|what'?s on|business|opinion)"
)

NOTICE = _any(
    rf"{_MENU}(?:[ |/•·]+{_MENU})+$",
    r"[\W_]*\d{0,6}[\W_]*$",
    r"[•·*-]? ?published$",
    r"@\w{2,30}$",
    r"notifications? (?:can|are|is)\b",
    r"(?:call us:? )?(?:mon|monday)\b.{1,40}\d ?(?:am|pm)\b",
    r"(?:call (?:us|local rate)|tel|telephone|phone|fax|email|e-mail) ?:? ?[+(\d]",
    r"call local rate$",
    r"for (?:enquiries|bookings|more information|further information|media enquiries)\b.{0,40}"
    r"\b(?:call|contact|email|visit|telephone|ring)\b.{0,80}$",
    r"\d{1,3} ?-?(?:min|minute)s? read\b",
    r"(?:reading|read) time\b",
    r"be the first to comment",
    r"(?:(?:view|show|read|see|jump to|go to|\d{1,4}) )*(?:all )?comments?(?: \(?\d{1,4}\)?)?$",
    r"no comments(?: yet)?$",
    r"\d{0,6} ?shares?$",
    r"share(?: this)?(?: (?:article|story|page|post|on|via|close panel|by|with)\b.{0,60})?$",
    r"(?:copy|share|article|permanent) link\b.{0,30}$",
    r"(?:print|email|e-mail|save|bookmark|tweet|facebook|twitter|linkedin|whatsapp|reddit|pin it"
    r"|like|listen|play|pause|watch|close|menu|search|home|back|next|previous|toggle\b.{0,30})"
    r"(?: this)?(?: (?:page|article|story|video))?$",
    r"(?:hide|remove) ads?$",
    r"(?:advert|advertisement|advertisements|ad|sponsored(?: content)?|promoted)$",
    r"(?:(?:article|story|content) )?continues (?:below|after)\b",
    r"skip (?:to|past|over)\b",
    r"listen to (?:this|the) (?:article|story)",
    r"(?:this video|media playback|play video|loading|please wait|javascript|your browser)"
    r"\b.{0,90}$",
    r"please enable\b.{0,90}$",
    r"(?:this page was )?(?:page |article |story )?(?:last )?(?:updated|modified|reviewed)"
    r"(?: on| at)?:? ?(?:on |at )?(?:[a-z]{3,9},? )?\d",
    r"this (?:article|story|page|post) (?:was|has been) (?:amended|corrected|updated|edited"
    r"|changed)\b",
    r"(?:related topics?|tags?|filed under|categor(?:y|ies)|topics?|keywords?|posted in"
    r"|published in|sections?|explore more on these topics|sources?) ?:",
    r"applies to(?: england)?\b.{0,40}$",
    r"(?:all rights reserved|copyright|terms (?:and|&) conditions|privacy (?:policy|notice))"
    r"\b.{0,90}$",
    r"(?:report|flag) (?:this|abuse|an error)\b.{0,60}$",
    r"(?:please )?(?:click|tap) here\b.{0,80}$",
    r"(?:photo )?gallery$|\d{1,2} (?:of|/) \d{1,2}$",
    rf"(?!.*{_CELL})"
    r"[^./>»›|]{2,41}+(?<= )[/>»›] [^./>»›|]{1,80}(?: [/>»›] [^./>»›|]{1,80}){1,8}$",
    r"home [/>»›|] ",
    r"this article is (?:more than|over) (?:an?|\d{1,2}|\w{3,8}) (?:year|month)s? old$",
    r"(?:view|open|read) (?:this (?:e-?mail|message) )?in (?:your )?browser\b.{0,20}$",
    r"you(?:'re| are) receiving this\b.{0,120}|unsubscribe\b.{0,60}$",
    r"page \d{1,4} of \d{1,4}$",
    r"(?:like|up|down|agree|recommend) ?\(?\d{1,5}\)?"
    r"(?: (?:reply|down|dislike|report|share)\b.{0,20})*$",
    r"was this (?:page|article|story) (?:useful|helpful)\b.{0,40}$",
    r"external$|opens in (?:a )?new (?:tab|window)",
)
"""How lines of the page's own machinery begin."""

COOKIES = _any(
    r"\b(?:use|uses|using|accept|reject|manage|essential|set|store|our)"
    r" (?:\w{1,12} ){0,3}cookies?\b",
    r"\bcookie (?:policy|settings|preferences|consent|notice)\b",
    r"\bcookies (?:to|are|on|help|policy|and similar)\b",
)
"""Cookie notices; they can be as long as prose."""

_LETTERS = (
    r"(?:newsletters?|bulletins?|inbox|mailing list|e-?mail (?:alerts?|updates?)"
    r"|whatsapp (?:channel|community|group)|push notifications?)"
)

PROMO = _any(
    r"(?:subscribe|subscriptions?)\b",
    r"(?:please )?sign[ -]?up\b",
    r"stay (?:up to date|informed|in touch|connected|ahead)\b.{0,90}$",
    r"thank you for (?:visiting|reading|subscribing|your support)\b",
    r"your (?:support|donation) (?:helps|makes)\b",
    r"what'?s included$|want full\b.{0,40}\baccess\b",
    r"e-?mail newsletters?\b",
    r"receive (?:the|our|your)\b.{0,60}\b(?:magazine|newsletter|bulletin)\b",
    r"register(?:$| (?:now|here|free|for free|today|to|with us|your)\b.{0,60}$)",
    r"(?:already|not yet|not) (?:have an account|a subscriber|a member|registered|subscribed)\b",
    r"(?:log|sign) ?-?in\b.{0,60}$",
    r"(?:(?:from|just|only|for) )*£ ?\d+(?:\.\d\d)? ?(?:/|a|per|each|for)? ?"
    r"(?:month|year|week|issue|\d{1,2} (?:weeks|months))\b",
    r"(?:get |with |enjoy |includes? )?(?:free|unlimited|full|instant) access (?:to|for)\b.{0,90}$",
    r"(?:become|join) (?:an? |us|our|now)\b.{0,90}$",
    rf"(?:free|daily|weekly|get|join|enter|receive|want|our|never miss|stay)\b"
    rf".{{0,80}}\b{_LETTERS}",
    r"get (?:the latest|all the|our|your|more from|in touch|unlimited|breaking)\b.{0,120}$",
    r"follow (?:us|@|bbc|our|the|me)\b",
    r"(?:like|find|join|visit|follow) us on\b",
    r"download (?:our|the)\b.{0,80}$",
    r"(?:support|help fund|donate|make a donation)\b.{0,60}\b(?:journalism|reporting|donat\w*)\b",
    r"support (?:our|this) (?:campaign|cause|petition|newspaper)\b.{0,60}$",
    r"(?:do you have|have you got|got) (?:a|any|more)\b.{0,60}\b(?:story|stories|tip|view|news)\b",
    r"(?:email|contact|call|send|tell|message|whatsapp) (?:us|your|the newsdesk|our)\b.{0,120}$",
    r"(?:to )?(?:continue|keep|carry on) reading\b",
    r"this (?:article|content|story|page) is (?:only |exclusively )?"
    r"(?:available|for|reserved|restricted)\b.{0,60}\b(?:subscriber|member|registered)",
    r"(?:you(?:'ve| have)|\d+)\b.{0,40}\b(?:article limit|articles? (?:left|remaining))\b",
    r"visit shots\b",
    r"(?:print|online|magazine) (?:membership|edition|subscription|issues?)\b.{0,40}$",
    r"(?:buy|order|renew|upgrade|try|start|view|choose|see)\b.{0,40}"
    r"\b(?:copy|copies|subscription|membership|trial|plans?|packages?|options)$",
    r"(?:free|30-day|14-day|7-day) trial\b",
    r"(?:book|buy) (?:your )?tickets?\b",
)
"""How lines begin that sell or ask for something."""

PROMO_INSIDE = _any(
    rf"\b(?:our|your) (?:\w+ ){{0,3}}{_LETTERS}",
    r"\bsubscriber[- ]only\b",
    r"\bstory ideas? to\b|\byour story ideas?\b",
    r"\bon bbc sounds\b|\bbbc iplayer\b",
    r"\bto (?:continue|keep|carry on) reading\b",
    r"\bpremium (?:content|article)\b",
    r"\bdigital (?:membership|edition|subscription|access|issues?)\b.{0,40}$",
)
"""What may stand anywhere in such a line."""

PROMO_WORDS = (
    "newsletter",
    "bulletin",
    "inbox",
    "mailing list",
    "mail alert",
    "mail update",
    "whatsapp",
    "notification",
    "subscriber",
    "story idea",
    "bbc sounds",
    "iplayer",
    "reading",
    "premium",
    "digital",
)

BOX_WORDS = re.compile(
    r"\b(?:issues?|editions?|archives?|access|supplements?|memberships?|magazine|newsletters?|digital"
    r"|topic hubs?|premium|subscri\w+|offers?|unlimited|inbox|account|month|plus|webinars?|events"
    r"|articles?|jobs|podcasts?)\b"
)
"""Words that fill subscription boxes."""

ABOUT_FINDINGS = re.compile(
    r"\b(?:inadequate|good|outstanding|adequate|requires? improvement|ofsted|inspect\w*"
    r"|priority action|weakness\w*|councils?|borough|safeguarding|children|care leavers?"
    r"|written statement|failings?)\b"
)
"""A short line with one of these is never taken into a box for its looks alone."""

RELATED_AREA = _any(
    r"more like this$",
    r"what (?:others|people|our readers|you)(?:'re| are) (?:reading|watching|sharing|saying)$",
    r"in other news ?:?$|(?:also )?(?:elsewhere|in the news|in this edition|making headlines) ?:?$",
    r"(?:recent|latest|more|our) (?:\w+ ){0,3}(?:stories|articles|headlines|news|jobs) ?:?$",
    r"(?:from )?(?:around|across) the (?:region|county|country|world|web|patch|network)$",
    r"(?:popular|trending|latest) (?:in|on|from) [^.]{2,40}$",
    r"explore (?:more|the topic|this topic)\b.{0,30}$",
    r"(?:post|article|story) navigation$",
    r"(?:stories|articles|news) (?:you (?:may|might|could)|for you|picked for)\b.{0,40}$",
    r"(?:(?:any )?other|further|all) (?:\w+ )?(?:stories|articles|headlines|posts|news items)\b"
    r"[^.]{0,40}$",
    r"(?:useful|external|quick) links$|see also$|external sites$",
    r"(?:recent|previous|next|older|newer) (?:posts?|news|stories|articles|entries)$",
    r"more on this (?:story|topic|subject)\b",
    r"(?:related|recommended|similar|suggested) "
    r"(?:articles?|stories|story|content|news|topics?|links?|reading|posts?|internet links?|items"
    r"|videos?|coverage|pages|tags|for you)\b.{0,30}$",
    r"(?:you (?:may|might) (?:also )?(?:like|be interested in|have missed)|you may also like)\b",
    r"(?:most|top|latest|trending|popular|editor'?s?|other|today'?s|around|from elsewhere"
    r"|elsewhere)"
    r" (?:read|viewed|popular|commented|shared|stories|news|headlines|posts?|picks?|articles?|now"
    r"|top stories|the bbc|the web|on the web)\b.{0,40}$",
    r"(?:trending|recommended|top stories|promoted stories|sponsored links|from the archive"
    r"|more stories|more news|further reading|elsewhere on the (?:bbc|web)|from elsewhere)$",
    r"more (?:from|in|news from|stories from|on) [^.]{2,50}$",
    r"(?:what to read next|read next|up next|next article|previous article)$",
)
"""Headings under which a page offers other articles."""

RELATED_END = re.compile(r"more like this$|more on this (?:story|topic)\b")
"""Those that stand at the end of a page only; after the others the article may go on."""

RELATED_LINE = _any(
    r"(?:read|see|watch|find out|learn|discover) (?:more|also|next)\b ?[:|>-]",
    r"(?:read more|see also|also read|read also|more|watch|related|don'?t miss|in pictures"
    r"|recommended reading|previously|further information|see more)(?: on this)? ?[:>|»]",
    r"read more\b.{0,100}[^.]$",
    r"(?:see|view|find|browse) (?:all|more)(?: news| stories)? (?:from|in|about) [^.]{2,60}[^.:]$",
    r"don'?t miss\b.{0,60}$",
    r"(?:[>›»▶►→←↑➤]|<<?|>>) ?\S",
    r"(?:next|previous|older|newer)(?: (?:post|story|article|entry|up))? ?[:>»→]"
    r" ?(?!requires|inadequate|good|outstanding|adequate)(?:\S+ ){3,30}\S+$",
    r"(?:meanwhile|elsewhere|in other news) ?: [^.]{8,140}$",
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4} ?[:|–-] ?[^.]{12,140}$",
)
"""How a single line begins that leads elsewhere."""

RELATED_ENDS = (" ago", " »", " →", " ➤")
RELATED_TAIL = re.compile(
    r"[^.!?]{16,}(?<=\S) (?:\d{1,2} ?(?:min|minute|hr|hour|day|week|month)s? ago|[»→➤])$"
)
"""How a line ends that leads elsewhere: with its age, or with an arrow."""

RELATED_LABEL = re.compile(
    r"(?:read more|see also|also read|related|more|read the full (?:report|story|article|letter)"
    r"(?: here)?)[:.]?$"
)
"""Such a line without its link, which then stands in the next."""

_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,4})"

COMMENT_AREA = _any(
    rf"(?:no|{_COUNT}) (?:response|repl(?:y|ies)|thought|comment)s? (?:to|on|for)\b",
    rf"{_COUNT} (?:response|reply|replies|responses|thoughts|comments?)$",
    r"(?:(?:readers?'?|users?'?|your|latest|all|top|view) )?comments(?: ?[:(]? ?\d{0,4}\)?)?$",
    r"comment ?\(\d{1,4}\)$",
    r"(?:leave|post|add|write|submit) (?:an? |your )?(?:comment|reply|response|view|rating)"
    r"\b.{0,40}$",
    r"(?:have your say|join the (?:conversation|discussion|debate)|what do you think\??"
    r"|comments? (?:are|is|section|policy|guidelines|rules)|your views"
    r"|reader(?:'s|s'|s)? (?:views|responses|reactions?|comments?))\b.{0,60}$",
    r"(?:blog )?comments powered by\b",
    r"(?:please )?(?:log ?in|sign ?in|register) (?:or \w{3,10} )?to (?:comment|reply|join)\b",
    r"(?:notify me of|your email address will not be published|cancel reply)\b",
)
"""Headings of a comment section."""

COMMENT_HEAD = _any(
    r"(?!by |posted |published|updated|written |last )"
    r"(?:\d{1,3}\. ?)?[^.!?]{1,60}?(?:,? (?:on|says|said|wrote|-|\|))? ?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? \d{4}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}/\d{1,2}/\d{2,4}),? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?(?:#|reply|says:?|"
    r"\|.{0,20}))*$",
    r"(?!the |this |that |its? |their |they |an? |s?he |our |ofsted|inspect|report|letter|also )"
    r"(?:\d{1,3}\. ?)?[^.!?]{2,40} says ?:$",
    r"reply(?: to [^.!?]{2,40})?$",
)
"""The line above one reader's comment."""

AGO = re.compile(
    r"(?:[^.!?]{0,40}? )?(?:\d{1,3}|an?|one|two|three) "
    r"(?:second|minute|min|hour|hr|day|week|month|year)s? ago(?: ?[|·•-].{0,30})?$"
)
"""The age of a comment or of a related story."""

INLINE_TAIL = re.compile(
    r"(?<=[.!?\"'”’)])[ \t]{0,4}(?=(?:"
    r"More like this|More on this story|[Bb]log comments powered by|[Cc]omments powered by Disqus"
    r"|Be the first to comment"
    r"|(?:One|Two|Three|\d{1,4}) [Rr]esponses? to "
    r"|Related (?:articles|stories|topics|content|links)|You may also like"
    r"|Sign up (?:to|for) (?:our|the)|We use cookies|Register [Nn]ow to [Cc]ontinue"
    r"))"
)
"""Where furniture begins inside a line whose break was lost."""

INLINE_WORDS = (
    "More like",
    "More on this",
    "omments powered",
    "Be the first",
    "Response",
    "response",
    "Related ",
    "You may also",
    "Sign up",
    "We use cookies",
    "Register ",
)
"""One of these stands in every line that `INLINE_TAIL` can split."""

LONG_OPENERS = re.compile(
    r"(?:sign|subscribe|register|already|not|log|get|join|become|follow|download|support|donate|help"
    r"|stay|thank|your|our|we|you|this|have|do|got|email|contact|send|tell|to|continue|keep|buy|order"
    r"|try|start|view|read|see|watch|more|related|don't|free|unlimited|full|instant|daily|weekly|never"
    r"|want|receive|enter|\(?(?:image|picture|photo|photograph|pic|video|credit)s?|graphic|file|stock"
    r"|library|main|caption|©|copyright|all|terms|please|tags|filed|categor|topics|sources?|share"
    r"|listen|skip|updated|last (?:updated|modified|reviewed)|page|notify|leave|comments?|what"
    r"|reply|cookies)\b"
)
"""First words of the furniture that runs longer than a headline."""

STEM = 4
_STEMS = (
    "abou acro ad add adob adve agre alam all alre also any appl arou arti back be beco blog book"
    " brow busi buy call canc capt carr cart cate choo clic clos comm cont cook copy cred dail"
    " disc do don dona dont down e edit eigh else emai enjo ente even expl exte face fax file find"
    " five flag foll for four free from full furt gall get gett go goog got grap hand have help"
    " hero hide home illu imag in incl inst isto java jobs join jump just keep keyw last late ldrs"
    " lear leav libr like link list load log logi maga main make maki mean medi menu mess modi mon"
    " mond more most my neve newe news next nine no not noti olde one onli only open opin orde"
    " othe our pa page paus perm phon phot pic picb picc pics pict pin play plea popu pose post"
    " prev prin priv prom publ quic read rece reco redd regi rela remo rene repl repo reut revi"
    " save sear sect see send seve shar show shut sign simi six skip sour spon spor star stay stoc"
    " stor subm subs sugg supp tag tags tap tel tele tell ten term than this thre to toda togg top"
    " topi tren try twee twit two unli unsu up upda upgr usef user vide view visi want was watc we"
    " week what with writ you your"
)
STEMS = frozenset(_STEMS.split())
"""The first letters of the words with which, but for a path of `CRUMBS`, furniture begins.

So many of them tell such a word from most of those with which prose does.
"""

CRUMBS = re.compile("[/>»›|]")
"""What parts the steps of the path to a page."""
