import groovy.xml.XmlSlurper

def report = { name -> new XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-com.example.${name}.xml")) }

def module = report('ModuleTest')
assert [module.@tests, module.@failures, module.@errors, module.@skipped]*.text() == ['1', '0', '0', '0']

def sign = report('SignClassifierTest')
assert [sign.@tests, sign.@failures, sign.@errors, sign.@skipped]*.text() == ['2', '1', '0', '0']

// The platform's own report holds the numbers of each test, and the counterexample of the one that failed
def folder = new File(basedir, 'target/open-test-report')
def events = new XmlSlurper().parse(new File(folder, 'open-test-report.xml'))
def id = events.started.find { it.metadata.uniqueId.text().endsWith('/[method:neverErrs()]/[epsilon:0.5]') }.@id.text()
def reported = events.reported.findAll { it.@id == id }.attachments
def numbers = reported.data.entry.collectEntries { [it.@key.text(), it.text()] }
assert numbers['robustest.epsilon'] == '0.5'
assert numbers['robustest.minRobustAccuracy'] == '1.0'
assert numbers['robustest.robustAccuracy'] == '0.75'
def files = reported.file.collect { new File(folder, it.@path.text()) }
assert files.size() == 2
assert files[0].text.contains('"sample" : "near positive"') && files[0].text.contains(files[1].name)
assert files[1].parentFile == files[0].parentFile && files[1].length() == 4
assert events.finished.find { it.@id == id }.result.@status == 'FAILED'
