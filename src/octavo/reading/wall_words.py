"""The words of walls, in the languages that news is mostly written in: English, German, French, Spanish, Portuguese, Italian, Dutch,
Swedish, Norwegian, Danish, Polish, Russian, Turkish, Arabic, Japanese, Chinese, Korean.

All patterns look at one block of text, in small letters, with straight apostrophes; their repeats are bounded, so that each costs time
linear in the block.
"""

from __future__ import annotations

import re

BLOCK_MOST = 400
"""The longest block, in characters, that asks for a subscription; what is longer is a paragraph."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


SUBSCRIBE = _any(
    r"subscribe (?:now |today )?(?:to|and) (?:continue|keep|read on|unlock|read (?:the|this|more of))|^subscribe to read\b|"
    r"(?:article|story|content|post|report) is (?:only |exclusively )?(?:for|available to|reserved for|exclusive to) "
    r"(?:our |paid |paying |premium |registered |digital ){0,2}(?:subscribers|members)|exclusive (?:to|for) (?:our )?(?:subscribers|"
    r"members)|"
    r"^(?:for )?subscribers only\b|^(?:for )?members only\b|subscriber[- ]only (?:article|story|content)|"
    r"you(?:'ve| have) (?:reached|read|used|hit) (?:your|all|the)[^.]{0,40}(?:free|limit)|unlock (?:this|the full|the rest of the) "
    r"(?:article|story)|the rest of this (?:article|story) is|become a (?:subscriber|member) to (?:read|continue|unlock)",
    r"(?:nur|exklusiv|ausschließlich) für (?:unsere )?(?:abonnent|digital-?abo|plus-?kunden|mitglieder)|artikel (?:jetzt )?freischalten|"
    r"(?:jetzt|weiter)lesen mit .{0,30}(?:abo|plus|\+)|mit .{0,30}(?:abo|plus|\+) weiterlesen|um (?:den artikel )?weiterzulesen|"
    r"dieser (?:artikel|beitrag|inhalt) ist (?:kostenpflichtig|exklusiv)|kostenpflichtiger inhalt|sie möchten weiterlesen",
    r"il vous reste [\d.,]{1,6} ?% de (?:cet article|ce contenu)|réservée? (?:à nos|aux) abonné|"
    r"abonnez-vous pour (?:lire|continuer|accéder)|"
    r"pour (?:lire la suite|continuer (?:la|votre) lecture|accéder à l'intégralité)[^.]{0,60}abonn",
    r"suscríb[ea](?:te|se) para (?:seguir|continuar|leer|acceder)|para (?:seguir|continuar) leyendo|(?:exclusiv[oa]|sol[oa]|reservad[oa]) "
    r"(?:para|a) (?:nuestros )?(?:suscriptores|socios)|has (?:alcanzado|llegado a) (?:el|tu) límite",
    r"assine para (?:continuar|ler|ter acesso)|para continuar (?:lendo|a ler)|(?:exclusiv[oa]|só|apenas|reservad[oa]) "
    r"(?:para|a) (?:nossos )?assinantes|(?:você )?atingiu o (?:seu )?limite",
    r"abbonati per (?:continuare|leggere|proseguire)|per continuare (?:a leggere|la lettura)|(?:riservat[oa] agli|solo per gli|"
    r"esclusiv[oa] per gli) abbonati|sblocca l'articolo",
    r"(?:alleen|exclusief) voor (?:onze )?(?:abonnees|leden)|word (?:nu )?(?:abonnee|lid) (?:en lees|om)|om verder te lezen|"
    r"neem een abonnement om|lees verder met een",
    r"(?:endast|bara|exklusivt|kun|bare|eksklusivt) (?:för|for) (?:våra |våre |vores )?(?:prenumerant|abonnent|medlem)|"
    r"(?:denne|dette) (?:saken|artikkelen|artikel|innholdet|indhold) er (?:kun |bare )?for (?:våre |vores )?abonnent|"
    r"för att (?:läsa vidare|fortsätta läsa)|for å lese (?:videre|hele)|for at læse (?:videre|hele)|kræver (?:et )?abonnement|"
    r"bli (?:prenumerant|abonnent) (?:för|for|og|och)|läs vidare med|les videre med|læs videre med",
    r"tylko dla (?:subskrybentów|prenumeratorów|zalogowanych)|dostępn[yae] (?:jest )?dla (?:subskrybentów|prenumeratorów)|"
    r"aby (?:czytać dalej|przeczytać cały)|wykup (?:dostęp|subskrypcję|prenumeratę)",
    r"(?:доступ\w{1,4}|только) (?:только )?(?:для )?подписчик|(?:подпишитесь|оформите подписку),? (?:чтобы|и)|"
    r"чтобы (?:продолжить чтение|читать дальше|дочитать)",
    r"okumaya devam etmek için|(?:sadece|yalnızca) (?:üyeler|aboneler)|abonelere özel|devamını okumak için",
    "اشترك (?:الآن )?(?:لمواصلة|لمتابعة|لقراءة)|(?:لمواصلة|لمتابعة) القراءة|للمشتركين فقط|(?:حصري|حصرية) للمشتركين",
    "会員限定(?:記事|コンテンツ|です)|有料会員(?:限定|の)|続きを読むには|この(?:記事の)?続きは|残り ?[\\d,]{1,6} ?文字",
    "订阅(?:后|以|即可)(?:继续)?阅读|訂閱(?:後|以|即可)(?:繼續)?閱讀|付费(?:后)?阅读|(?:仅限|僅限|只限).{0,4}(?:订阅|訂閱|会员|會員)|(?:登录|登錄|登入)(?:后|後|以)?(?:继续|繼續)[阅閱]读?",
    "구독하(?:고|면) 계속|(?:유료|구독) 회원 전용|계속 읽으려면|회원 전용 기사",
)
"""A block that asks for a subscription, or an account, before it shows the rest."""

READ_ON = re.compile(r"(?:continue|keep) reading|read(?:ing)? (?:on|the (?:full|rest|whole))|full (?:access|article|story)")
OFFER = re.compile(r"subscri|(?:sign|log)[ -]?(?:in|up)\b|\bregister|free account|\bmember|free trial|per (?:week|month)")
"""Two that stand together in an English block that asks for a subscription."""

ALREADY = _any(
    r"already (?:an?|have an?) (?:\w{1,12} )?(?:subscriber|subscription|member|account)",
    r"(?:schon|bereits) (?:abonnent|registriert|ein abo|mitglied)",
    "déjà abonné|ya (?:eres|soy|es) (?:suscriptor|socio)|já (?:é|sou) assinante|già abbonat",
    "al abonnee|redan prenumerant|allerede (?:abonnent|medlem)|(?:masz|mam) już (?:prenumerat|subskrypc|konto)",
    "уже (?:есть подписка|подписан)|zaten (?:abone|üye)|مشترك بالفعل|هل أنت مشترك|すでに会員|会員の方",
    "已(?:是|有|经是)(?:订阅|訂閱|会员|會員|订户|訂戶)|이미 구독",
)
"""What stands over every page of some papers too, and says something only where there is hardly a text."""

CONSENT_TITLE = _any(
    r"before (?:you|we) continue\b.{0,60}|(?:we (?:value|care about|respect) )?your (?:data )?privacy(?: (?:choices|settings|matters))?|"
    r"privacy (?:gate|settings|wall|preferences|consent)|cookie (?:consent|wall|settings|preferences|choices)|cookies|"
    r"(?:your )?consent(?: required)?|cookies? (?:and|&) privacy",
    r"bevor (?:sie|du) (?:fortfahren|fortfährst|zu\b).{0,60}|(?:wir respektieren )?(?:ihre|deine) privatsphäre|"
    r"datenschutz-?einstellungen|(?:cookie-?)?zustimmung|cookie-?einstellungen",
    r"avant (?:d'accéder|de continuer)\b.{0,60}|(?:le respect de )?votre vie privée.{0,40}|gestion des cookies",
    r"antes de (?:continuar|ir a)\b.{0,60}|(?:valoramos )?(?:tu|su|sua|a sua) privaci?dad[e]?|(?:nós )?valorizamos (?:a )?sua privacidade|"
    r"configuración de cookies|configuração de cookies",
    r"prima di (?:continuare|procedere)\b.{0,60}|(?:il rispetto del)?la tua privacy.{0,30}|preferenze (?:sui )?cookie",
    r"voordat (?:je|u) (?:verder ?gaat|naar)\b.{0,60}|(?:jouw|je|uw) privacy|privacy-?instellingen|cookie-?instellingen|cookiewall",
    r"innan du fortsätter.{0,60}|din integritet|cookie-?inställningar|før du (?:fortsætter|fortsetter|går videre).{0,60}|"
    r"(?:ditt personvern|dit privatliv)|vi (?:værner om|respekterer) dit privatliv",
    r"zanim (?:przejdziesz|zaczniesz|wejdziesz).{0,60}|(?:szanujemy |cenimy )?twoj[aą] prywatność",
    r"прежде чем (?:перейти|продолжить).{0,60}|(?:ваша )?конфиденциальность|devam etmeden önce.{0,60}|gizliliğiniz(?:e.{0,40})?",
    "قبل المتابعة.{0,60}|(?:نحن نقدر )?خصوصيتك|続行する前に.{0,60}|(?:お客様の)?プライバシー(?:設定|の選択)?",
    "(?:在您)?(?:继续|繼續)之前.{0,60}|(?:我们重视)?您的(?:隐私|隱私).{0,10}|계속하기 전에.{0,60}",
)
"""A whole title or heading of a page that asks for consent."""

CONSENT_WORDS = (
    _any("cookie", "kakor|informasjonskapsler|ciasteczk|çerez|تعريف الارتباط|クッキー|쿠키"),
    _any("partner|vendors?\\b|drittanbieter|\\bsocios\\b|parceiros|partenaires|партн[её]р|ortak|شركا|パートナー|合作伙伴|파트너"),
    _any("consent|zustimm|einwillig|consenso|toestemming|samtyck|samtykk|zgod[aęyz]|соглас|\\bonay|\\brıza|موافق|同意|동의"),
    _any("legitimate interest|berechtigte[nms]? interesse|intérêts? légitime|interés legítimo|interess[ei] legittim[oi]|interesse legítimo",
         "gerechtvaardigd belang|berättigat intresse|berettiget interesse|prawnie uzasadnion|законн\\w{1,4} интерес|meşru menfaat",
         "المصلحة المشروعة|正当な利益|合法利益|正当利益"),
    _any("personal data|personenbezogen|données (?:à caractère )?personnel|datos personales|dados pessoais|dati personali|persoonsgegevens",
         "persoonlijke gegevens|personuppgifter|personopplysninger|personoplysninger|dan(?:e|ych) osobow",
         "персональн\\w{1,4} данн|kişisel veri",
         "البيانات الشخصية|個人(?:データ|情報)|个人(?:数据|信息)|個人資料|개인정보"),
    _any("(?:on|from) (?:a|your) device|auf (?:einem|ihrem|deinem|dem) (?:end)?gerät|sur (?:un|votre) (?:appareil|terminal)",
         "(?:en|num|no|su|sul tuo)\\b.{0,8} dispositivo|op (?:een|je|uw) apparaat|på (?:en|din) enhe[td]|na urządzeniu|на устройств|cihaz",
         "على (?:جهاز|الجهاز)|デバイス|设备|裝置|기기"),
    _any("privacy (?:policy|notice|statement)|datenschutzerklärung|politique de confidentialité|política de privaci?dad",
         "informativa (?:sulla )?privacy|privacy ?(?:beleid|verklaring)|integritetspolicy|personvern|privatlivspolitik",
         "polityk\\w{1,3} prywatności",
         "политик\\w{1,3} конфиденциальности|gizlilik (?:politikası|bildirimi)|سياسة الخصوصية|プライバシーポリシー|隐私(?:政策|声明)|隱私"),
    _any("personali[sz]ed (?:ads|advertis|content)|personalisierte|personnalisé|personalizad|personalizzat|gepersonaliseerd|anpassade?",
         "tilpasse[dt]|spersonalizowan|персонализ|kişiselleştir|مخصصة|パーソナライズ|个性化|個人化"),
    _any("accept all|i (?:accept|agree)|reject all|manage (?:my )?(?:options|preferences|choices|settings|cookies)",
         "akzeptieren|ablehnen",
         "tout (?:accepter|refuser)|continuer sans accepter|aceptar|rechazar|aceitar|rejeitar|accett[ao]|rifiut[ao]",
         "accepteren|akkoord|weigeren",
         "godkänn|acceptera|godta|aksepter|accepter|zaakceptuj|akceptuj|odrzuć|принять|отклонить|kabul et|reddet|قبول|رفض",
         "許可する|拒否する|同意して|全部接受|接受|拒绝|拒絕"),
)
"""What a page that asks for consent speaks of, a pattern a subject; the last is what is on its buttons."""

TO_READER = re.compile(
    r"\b(?:you|your|we|our|us|wir|unser\w{0,2}|sie|ihre?\w?|du|dein\w{0,2}|nous|nos|votre|vos|vous|utilizamos|usamos|nuestr[oa]s?|tus?|sus?|"
    r"noi|nostr[oiae]|tu[oaie]?i?|noss[oa]s?|você|seus?|suas?|wij?|onze?|jouw|je|uw|vi|vår[at]?|våre|vores|din|ditt|dine|"
    r"my|nasz\w{0,3}|twoj\w{0,3}|twój|мы|наш\w{0,3}|вы|ваш\w{0,3}|biz|siz|sizin|bizim)\b|نحن|[أا]نت|私たち|当社|当サイト|お客様|我们|您|我們|저희"
)
"""Pages that ask speak to the reader; articles about consent speak of others."""

BLOCKED_TITLE = _any(
    r"just a moment\W{0,3}|attention required.{0,30}|access (?:to this page has been )?denied.{0,30}|are you (?:a robot|human)\??|"
    r"robot check|"
    r"pardon our interruption\W{0,3}|security (?:check|verification|challenge)|client challenge|(?:human|bot) verification|"
    r"verify(?:ing)? you are (?:a )?human.{0,20}|ddos-guard|checking your browser.{0,40}|captcha|"
    r"one more step|please wait\W{0,3}|403 forbidden",
    r"(?:please )?(?:log|sign)[ -]?in(?: (?:to|required|page)\b.{0,40})?|anmelden|anmeldung|einloggen|login|(?:se )?connexion|"
    r"connectez-vous|"
    r"iniciar sesión|inicia sesión|fazer login|entrar|accedi|inloggen|aanmelden|logga in|logg inn|log ind|zaloguj się|logowanie|войти|вход|"
    r"giriş yap|üye girişi|تسجيل الدخول|ログイン|登录|登入|로그인",
)
"""A whole title or heading of a page that checks for robots or wants a sign-in."""

BLOCKED = _any(
    r"(?:verify|confirm|prove|make sure|checking (?:if|that)) (?:that )?(?:you are|you're|the site connection)\b.{0,20}"
    r"(?:human|not a (?:ro)?bot|secure)|"
    r"enable javascript and cookies to continue|unusual (?:traffic|activity) from your|access to this page has been denied|"
    r"press (?:&|and) hold to|complete the (?:captcha|security check)|checking your browser before|why (?:have i been|was i) blocked|"
    r"performance (?:&|and) security by|you have been blocked|(?:are|if) you (?:are )?(?:a|not a) robot",
    r"bestätigen sie, dass sie (?:ein mensch|kein roboter)|vérifi\w{1,4} que vous (?:êtes (?:un )?humain|n'êtes pas un robot)|"
    r"(?:verifi\w{1,4}|confirm\w{1,4}) que (?:eres|es|é|você é) (?:un )?humano|no (?:eres|soy) un robot|não (?:é|sou) um robô|"
    r"(?:verifica|conferma) (?:di essere|che sei) (?:un )?uman[oa]|bevestig dat (?:je|u) (?:een mens|geen robot)|"
    r"(?:bekräfta|bekreft|bekræft) at?t? du (?:är|er) (?:en |et )?(?:människa|menneske)",
    "(?:potwierdź|sprawdzamy), (?:że|czy) (?:nie )?jesteś",
    "подтвердите, что вы (?:не робот|человек)|(?:robot olmadığınızı|insan olduğunuzu)|(?:تحقق من|أثبت) أنك (?:إنسان|لست)|"
    "ロボットではない|人間であることを|(?:您|你)(?:是|不是)(?:真人|人类|机器人|機器人)|사람인지 확인|로봇이 아닙니다",
)
"""A block that checks for robots."""

CONSENT_HOST = re.compile(r"(?:consent|guce|myprivacy|privacygate|privacy-gate|cookiewall|cmp|toestemming|zustimmung|gdpr-consent)\.")
CONSENT_PATH = re.compile(
    r"/(?:privacy-?gate|privacywall|cookie-?wall|cookie-?consent|collect-?consent|gdpr-?consent|consent|zustimmung)(?:[/.?]|$)")
SIGN_IN_HOST = re.compile(r"(?:login|signin|sign-in|sso|auth|accounts?|myaccount|konto|anmelden)\.")
SIGN_IN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|anmelden|connexion|inloggen|iniciar-sesion|users/sign_in|wp-login\.php|captcha)(?:[/.?]|$)")
"""The addresses of such pages: begins of hosts, and parts of paths with their query."""
