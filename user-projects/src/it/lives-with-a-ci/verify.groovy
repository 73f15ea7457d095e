import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

def report = { run, name -> new XmlSlurper().parse(new File(basedir, "target/$run/TEST-com.example.${name}.xml")) }
def log = new File(basedir, 'build.log').text
def names = { suite -> suite.testcase.collect { it.@name.text() } }

// Everything, in two forks
def sign = report('everything', 'SignClassifierTest')
assert [sign.@tests, sign.@failures, sign.@errors]*.text() == ['4', '2', '0']
def atHalf = sign.testcase.find { it.@name == 'keepsTheSign(epsilon = 0.5)[2]' }
assert atHalf.failure.@message.text().contains('but it was 0.7500 (3 of 4)')
def held = sign.testcase.find { it.@name == 'isNoWorseThanBefore(epsilon = 0.5)[1]' }
assert held.failure.@message.text().contains('make it with -Drobustest.baseline=update')

def nothing = report('everything', 'NothingToTest')
assert [nothing.@tests, nothing.@failures]*.text() == ['1', '1']
assert nothing.testcase.failure.@message.text().contains('Inconclusive, which does not pass: There are no samples')

def throwing = report('everything', 'ThrowingProviderTest')
assert [throwing.@errors, throwing.@failures]*.text() == ['1', '0']
assert throwing.testcase.size() == 1
assert throwing.testcase.error.@message.text().contains('@Model method ThrowingProviderTest.missing() failed')
assert throwing.testcase.error.@message.text().contains('beats.zip is missing')

// A nested class is run with the one around it
def nested = report('everything', 'NestedClassTest')
assert [nested.@tests, nested.@failures, nested.@errors]*.text() == ['1', '1', '0']
assert nested.testcase.@classname == 'com.example.NestedClassTest$AtHalf'
assert nested.testcase.failure.@message.text().contains('but it was 0.7500 (3 of 4)')

// Forks fill one report, whether each runs several classes or one
['everything', 'forks'].each { run ->
    def filled = new JsonSlurper().parse(new File(basedir, "target/$run-report/report.json"))
    assert filled.tests.collect { it.className + '.' + it.method + it.levels*.epsilon } as Set == [
        'com.example.NestedClassTest$AtHalf.keepsTheSign[0.5]',
        'com.example.NothingToTest.provesNothing[0.1]',
        'com.example.SignClassifierTest.isNoWorseThanBefore[0.5]',
        'com.example.SignClassifierTest.keepsTheSign[0.1, 0.5]',
        'com.example.SignClassifierTest.keepsTheSignForCertain[0.1]',
        'com.example.ThrowingProviderTest.first[0.1, 0.2]',
        'com.example.ThrowingProviderTest.second[0.1, 0.2]',
    ] as Set
    assert filled.processes*.id as Set == filled.tests*.process as Set
    assert new File(basedir, "target/$run-report/report.html").text.endsWith('</html>')
}
assert new JsonSlurper().parse(new File(basedir, 'target/forks-report/report.json')).processes.size() == 4

// Found ones lie below target, and the sources were not touched before that was asked for
def folder = 'com/example/SignClassifierTest/keepsTheSign'
assert new File(basedir, "target/robustest/counterexamples/$folder").list().any { it ==~ /near-positive-[0-9a-f]{8}\.json/ }

// -Dtest=C#m
assert names(report('one-method', 'SignClassifierTest')) == ['keepsTheSign(epsilon = 0.1)[1]', 'keepsTheSign(epsilon = 0.5)[2]']

// -Dgroups
assert names(report('nightly', 'SignClassifierTest')) == ['keepsTheSignForCertain(epsilon = 0.1)[1]']

// rerunFailingTestsCount: the same seed, and so the same failure
def rerun = report('rerun', 'SignClassifierTest').testcase.find { it.@name == 'keepsTheSign(epsilon = 0.5)[2]' }
assert rerun.rerunFailure.size() == 1
assert rerun.rerunFailure.@message.text() == rerun.failure.@message.text()
assert rerun.failure.@message.text() == atHalf.failure.@message.text()

// The update shrinks one into the sources, and makes the baseline
def stored = new File(basedir, "src/test/resources/$folder")
def json = stored.listFiles().findAll { it.name.endsWith('.json') }
assert json.size() == 1
assert json[0].text.contains('"sample" : "near positive"')
def baseline = new File(basedir, 'src/test/resources/com/example/SignClassifierTest/baseline.txt')
assert baseline.readLines().findAll { !it.startsWith('#') }*.split('\t')*.take(4) == [['isNoWorseThanBefore()', '0.5', '0.75', '0.75']]
assert report('update', 'SignClassifierTest').@failures == '1'

// A replay knows of what is stored
def replay = report('replay', 'SignClassifierTest')
assert [replay.@tests, replay.@failures]*.text() == ['4', '1']
assert replay.testcase.find { it.@name == 'keepsTheSign(epsilon = 0.5)[2]' }.failure.@message.text().contains('stored counterexamples alone')

// In parallel it is as one after the other, and the baseline holds
def parallel = report('parallel', 'SignClassifierTest')
assert [parallel.@tests, parallel.@failures]*.text() == ['4', '1']
assert log.contains('baseline: 1 known, 0 improved, 0 new')
assert log.contains('robustest.colour is not known and has no effect')
