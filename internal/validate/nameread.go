package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// readOtherwise reports whether a full name of Chinese or Korean begins with a family name that
// is read otherwise than the last name of the row, which is one of another family. China alone
// has one way to write them in Latin; for Korea all are known that people have.
func readOtherwise(rec *kyc.Record, full, first, last string) bool {
	known := readings.of(home(rec))
	if known == nil {
		return false
	}
	family := known.of[full[:runesIn(full, 2)]]
	if family == "" {
		family = known.of[full[:runesIn(full, 1)]]
	}
	return family != "" && known.all.has(last) && !readAs(family, last) && !readAs(family, first)
}

// runesIn is how many bytes the first characters of a text have.
func runesIn(s string, characters int) (n int) {
	for range characters {
		_, size := utf8.DecodeRuneInString(s[n:])
		n += size
	}
	return n
}

// readAs reports whether a name in Latin is one of the readings of a family name, which have
// strokes between them.
func readAs(family, name string) bool {
	for reading := range strings.SplitSeq(family, "/") {
		if strings.EqualFold(reading, name) {
			return true
		}
	}
	return false
}

// familyReadings are the family names of a country by their characters, and all of them in
// Latin letters.
type familyReadings struct {
	of  map[string]string
	all *wordSet
}

func newReadings(pairs string) *familyReadings {
	r := &familyReadings{of: make(map[string]string)}
	var all []string
	for pair := range strings.FieldsSeq(pairs) {
		character, read, _ := strings.Cut(pair, ":")
		r.of[character] = read
		all = append(all, strings.Split(read, "/")...)
	}
	r.all = newWordSet(strings.Join(all, "|"))
	return r
}

var readings = newByCountry(map[string]*familyReadings{
	"CHN": newReadings("王:wang 李:li 张:zhang 張:zhang 刘:liu 劉:liu 陈:chen 陳:chen 杨:yang 楊:yang 赵:zhao 趙:zhao 黄:huang 黃:huang 周:zhou 吴:wu 吳:wu 徐:xu 孙:sun 孫:sun 胡:hu 朱:zhu 高:gao 林:lin 何:he 郭:guo 马:ma 馬:ma 罗:luo 羅:luo 梁:liang 宋:song 郑:zheng 鄭:zheng 谢:xie 謝:xie 韩:han 韓:han 唐:tang 冯:feng 馮:feng 于:yu 董:dong 萧:xiao 肖:xiao 程:cheng 曹:cao 袁:yuan 邓:deng 鄧:deng 许:xu 許:xu 傅:fu 沈:shen/chen " +
		"彭:peng 吕:lu/lü/lv/lyu 苏:su 蘇:su 卢:lu 盧:lu 蒋:jiang 蔣:jiang 蔡:cai 贾:jia 賈:jia 丁:ding 魏:wei 薛:xue 叶:ye 葉:ye 阎:yan 余:yu 潘:pan 杜:du 戴:dai 夏:xia 钟:zhong 鍾:zhong 汪:wang 田:tian 任:ren 姜:jiang 范:fan 方:fang 石:shi 姚:yao 谭:tan 廖:liao 邹:zou 熊:xiong 金:jin 陆:lu 陸:lu 郝:hao 孔:kong 白:bai 崔:cui 康:kang 毛:mao 邱:qiu 秦:qin 江:jiang 史:shi 顾:gu 侯:hou 邵:shao 孟:meng 龙:long 万:wan 段:duan 雷:lei 钱:qian 汤:tang 尹:yin 黎:li 易:yi 常:chang 武:wu 乔:qiao 贺:he 赖:lai 龚:gong 文:wen 欧阳:ouyang 歐陽:ouyang 司马:sima 诸葛:zhuge 上官:shangguan"),
	"KOR": newReadings("김:kim/gim 이:lee/yi/i/rhee/ri/li/yee/rhie 박:park/bak/pak/bark 최:choi/choe/choy/che 정:jung/jeong/chung/cheong/joung/jeoung/jong 강:kang/gang/khang 조:cho/jo/joh/choe 윤:yoon/yun/youn/yune 장:jang/chang/zhang 임:lim/im/rim/yim/leem/ihm 한:han/hahn 오:oh/o/oe 서:seo/suh/so/sur 신:shin/sin/synn 권:kwon/gwon/kweon/kwun 황:hwang/whang 안:ahn/an 송:song/soung 류:ryu/yoo/yu/you/ryoo 유:yoo/yu/you/ryu/yoou 홍:hong 전:jeon/jun/chun/cheon/jeun 고:ko/go/koh 문:moon/mun 양:yang/ryang 손:son/sohn 배:bae/pae/bai 백:baek/paik/back/paek/baik 허:heo/hur/huh/her/hu 남:nam"),
})
