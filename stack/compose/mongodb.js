// Run once against a new mongod by docker-compose.yml: makes it a replica set of one, and its user.
const password = process.env.BRIDGEHEAD_MONGODB_PASSWORD;
const databases = ['bridgehead-registration', 'bridgehead-matchmaking', 'bridgehead-contract', 'bridgehead-keys'];

try {
  rs.status();
} catch (refusal) {
  if (refusal.codeName !== 'NotYetInitialized') throw refusal;
  rs.initiate({ _id: 'bridgehead', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
while (!db.hello().isWritablePrimary) sleep(200);

const admin = db.getSiblingDB('admin');
if (admin.getUser('bridgehead')) {
  admin.changeUserPassword('bridgehead', password);
} else {
  const roles = databases.map((name) => ({ role: 'readWrite', db: name }));
  admin.createUser({ user: 'bridgehead', pwd: password, roles });
}
